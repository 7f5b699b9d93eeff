-- Banister weighs the heart rate of women otherwise than that of men, in a planned session as in a recorded one. Absent
-- for who was known before, until the athlete-service tells the profile again.
alter table profile add column sex text check (sex in ('FEMALE', 'MALE'));
