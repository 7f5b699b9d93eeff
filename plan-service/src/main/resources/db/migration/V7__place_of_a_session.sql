-- Where a session stands in its plan, by which its exercises and cues are chosen (D42). Absent for plans made before.
alter table session add column place jsonb;
create or replace view session_in_force as
    select s.athlete_id, s.id, s.plan_id, s.revision, s.day, s.original_day, s.kind, s.quality, s.purpose, s.alternatives,
           s.steps, s.distance_metres, s.duration_seconds, s.activity_id, s.verdict, p.created_at as planned_at, s.place
    from session s
    join plan p on p.athlete_id = s.athlete_id and p.id = s.plan_id
    where not exists (
        select 1 from plan newer
        where newer.athlete_id = s.athlete_id and newer.ordinal > p.ordinal and newer.starts_on <= s.day);
