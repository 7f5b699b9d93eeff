-- Whether the sessions of a plan go by effort alone, as its request says (S9).
alter table plan add column effort_only boolean not null
    generated always as (coalesce((request ->> 'effortOnly')::boolean, false)) stored;
create or replace view session_in_force as
    select s.athlete_id, s.id, s.plan_id, s.revision, s.day, s.original_day, s.kind, s.quality, s.purpose, s.alternatives,
           s.steps, s.distance_metres, s.duration_seconds, s.activity_id, s.verdict, p.created_at as planned_at, s.place,
           p.effort_only
    from session s
    join plan p on p.athlete_id = s.athlete_id and p.id = s.plan_id
    where not exists (
        select 1 from plan newer
        where newer.athlete_id = s.athlete_id and newer.ordinal > p.ordinal and newer.starts_on <= s.day);
