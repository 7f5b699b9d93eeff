-- D34: a run that comes onto the day of a cold is short as well, so the day is kept.
alter table readiness add column cold boolean not null default false;
