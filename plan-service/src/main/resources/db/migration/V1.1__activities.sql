-- Told by the load-service: what was run, as far as a planned session is compared with it.
create table activity (
    athlete_id      uuid not null,
    id              uuid not null,
    day             date not null,
    sport           text not null,
    started_at      timestamptz not null,
    moving_seconds  double precision not null,
    elapsed_seconds double precision not null,
    distance_metres double precision,
    rpe             int,
    time_in_zones   jsonb not null,
    zones_by        text,
    thirds          float8[] not null,
    known_at        timestamptz not null,
    primary key (athlete_id, id)
);
create index activity_by_day on activity (athlete_id, day);

-- The newest readiness that was told; a notice stands against hard sessions (S116).
create table readiness (
    athlete_id uuid primary key,
    day        date not null,
    notice     boolean not null
);

alter table session add activity_id uuid;

drop view session_in_force;
create view session_in_force as
    select s.*, p.created_at as planned_at, p.no_run_days
    from session s
    join plan p on p.athlete_id = s.athlete_id and p.id = s.plan_id
    where not exists (
        select 1 from plan newer
        where newer.athlete_id = s.athlete_id and newer.ordinal > p.ordinal and newer.starts_on <= s.day);

-- What the rules did: by which signal of which day, for which of its reasons; who declined.
alter table revision add signal text;
alter table revision add signal_day date;
alter table revision add signal_codes text[];
alter table revision drop column declined;
alter table revision add declined_by text;
create index revision_by_signal on revision (athlete_id, signal_day) where signal is not null;
