-- D34: a notice stands over days, and days that are over keep what was asked of them. Before, only the newest readiness
-- was kept; it stays as the row of its day.
alter table readiness drop constraint readiness_pkey;
alter table readiness add primary key (athlete_id, day);

-- Each reason has a sentence for the athlete and one for the coach; what was written before has one for both.
alter table revision add column reason_coach_text text;
update revision set reason_coach_text = reason_text;
alter table revision alter column reason_coach_text set not null;

-- How long a run was too hard for an easy one (D45); absent for what was recorded before this was told.
alter table activity add column heart_above_easy_seconds double precision;
alter table activity add column pace_above_easy_seconds double precision;
