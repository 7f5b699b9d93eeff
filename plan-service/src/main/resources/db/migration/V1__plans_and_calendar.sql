-- What the athletes are to do on which day, how that changed, and how it went.
--
-- The tables that events from the load-service fill refer to no athlete, nor does a session to its activity: they come
-- by another topic than the athlete, and may come first.

-- As the athlete-service last published it.
create table profile (
    athlete_id                     uuid primary key,
    time_zone                      text not null,
    level                          text not null check (level in ('BEGINNER', 'INTERMEDIATE', 'EXPERIENCED')),
    current_weekly_distance_metres double precision not null,
    intake_answered                boolean not null,
    open_injury                    boolean not null,
    longest_run_minutes            int
);

-- Every fitness that was ever known (D17). Rows are only added: a new one re-paces every session to come, and days gone
-- keep theirs.
create table fitness (
    athlete_id  uuid not null references profile,
    sequence    bigint not null,
    known_at    timestamptz not null,
    timeline    jsonb not null,
    heart_rate  jsonb not null,
    last_result jsonb,
    primary key (athlete_id, sequence)
);

-- The ordinal counts the athlete's plans and says which of two is the newer one, whatever the clock said.
create table plan (
    athlete_id  uuid not null references profile,
    id          uuid not null,
    ordinal     bigint not null,
    kind        text not null check (kind in ('RACE', 'BEGINNER_BASE')),
    starts_on   date not null,
    ends_on     date not null,
    taper_from  date,
    no_run_days text[] not null,
    request     jsonb not null,
    weeks       jsonb not null,
    certificate jsonb not null,
    created_at  timestamptz not null,
    primary key (athlete_id, id),
    unique (athlete_id, ordinal)
);

-- Its steps hold targets, not paces: those are resolved when it is read. The original day is the generated one. How it
-- went with its activity (D20) is settled when they are matched, with the fitness of then (D17).
create table session (
    athlete_id       uuid not null,
    id               uuid not null,
    plan_id          uuid not null,
    week             int not null,
    day              date not null,
    original_day     date not null,
    revision         int not null default 0,
    kind             text not null check (kind in ('EASY', 'LONG', 'TEMPO', 'INTERVAL', 'REPETITION', 'PROGRESSION',
                                                   'RACE', 'TEST', 'STRENGTH', 'CROSS_TRAINING', 'REST')),
    quality          boolean not null,
    purpose          text not null,
    alternatives     text[] not null,
    steps            jsonb not null,
    distance_metres  double precision not null,
    duration_seconds int not null,
    activity_id      uuid,
    verdict          text check (verdict in ('DONE', 'SHORTENED', 'HARDER', 'MISSED')),
    primary key (athlete_id, id),
    foreign key (athlete_id, plan_id) references plan (athlete_id, id) on delete cascade
);
create index session_by_day on session (athlete_id, day);
create index session_by_plan on session (athlete_id, plan_id);

-- A new plan supersedes what an older one has from its start on (D15); when it is deleted, the older one is back.
create view session_in_force as
    select s.athlete_id, s.id, s.plan_id, s.revision, s.day, s.original_day, s.kind, s.quality, s.purpose, s.alternatives,
           s.steps, s.distance_metres, s.duration_seconds, s.activity_id, s.verdict, p.created_at as planned_at
    from session s
    join plan p on p.athlete_id = s.athlete_id and p.id = s.plan_id
    where not exists (
        select 1 from plan newer
        where newer.athlete_id = s.athlete_id and newer.ordinal > p.ordinal and newer.starts_on <= s.day);

-- What changed a session: what it replaced, and by what; the signal of which day, where it was the rules that did it. A
-- declined one stays, without its effect.
create table revision (
    athlete_id   uuid not null,
    session_id   uuid not null,
    n            int not null,
    at           timestamptz not null,
    by           text not null,
    reason_code  text not null,
    reason_text  text not null,
    before       jsonb not null,
    after        jsonb not null,
    signal       text check (signal in ('READINESS', 'ACWR')),
    signal_day   date check ((signal is null) = (signal_day is null)),
    signal_codes text[] check ((signal is null) = (signal_codes is null)),
    declined_by  text,
    primary key (athlete_id, session_id, n),
    foreign key (athlete_id, session_id) references session (athlete_id, id) on delete cascade
);
create index revision_by_signal on revision (athlete_id, signal_day) where signal is not null;

-- What was run, as far as a planned session is compared with it.
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

-- The newest readiness that arrived; a notice stands against hard sessions (S116).
create table readiness (
    athlete_id uuid primary key,
    day        date not null,
    notice     boolean not null
);
