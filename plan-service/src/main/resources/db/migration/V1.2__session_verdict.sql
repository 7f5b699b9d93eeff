-- How a session went with its activity (D20): settled when they are matched, for it keeps the fitness of then (D17).
alter table session add verdict text;

drop view session_in_force;
create view session_in_force as
    select s.*, p.created_at as planned_at, p.no_run_days
    from session s
    join plan p on p.athlete_id = s.athlete_id and p.id = s.plan_id
    where not exists (
        select 1 from plan newer
        where newer.athlete_id = s.athlete_id and newer.ordinal > p.ordinal and newer.starts_on <= s.day);
