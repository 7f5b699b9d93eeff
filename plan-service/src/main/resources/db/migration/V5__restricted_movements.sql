-- The movements that the intake shows to be restricted (S88).
alter table profile add column restricted_movements text[] not null default '{}';
