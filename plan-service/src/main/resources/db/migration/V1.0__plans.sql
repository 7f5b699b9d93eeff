-- Told by the athlete-service: who the athlete is, and every fitness that was ever known (D17).

create table profile (
    athlete_id                     uuid primary key,
    time_zone                      text not null,
    level                          text not null,
    current_weekly_distance_metres double precision not null,
    intake_answered                boolean not null,
    open_injury                    boolean not null,
    longest_run_minutes            int
);

-- Append-only: one row each time fitness moves re-paces every future session, and the past keeps its own row.
create table fitness (
    athlete_id  uuid not null,
    sequence    bigint not null,
    known_at    timestamptz not null,
    timeline    jsonb not null,
    heart_rate  jsonb not null,
    last_result jsonb,
    primary key (athlete_id, sequence)
);

-- The ordinal says which of two plans is the newer one, whatever the clock said.
create table plan (
    athlete_id  uuid not null,
    id          uuid not null,
    ordinal     bigint generated always as identity,
    kind        text not null,
    starts_on   date not null,
    ends_on     date not null,
    taper_from  date,
    no_run_days text[] not null,
    request     jsonb not null,
    weeks       jsonb not null,
    certificate jsonb not null,
    created_at  timestamptz not null,
    primary key (athlete_id, id)
);
create index plan_by_ordinal on plan (athlete_id, ordinal);

-- Holds targets, not paces: those are resolved when it is read. original_day is the generated one.
create table session (
    athlete_id       uuid not null,
    id               uuid not null,
    plan_id          uuid not null,
    week             int not null,
    day              date not null,
    original_day     date not null,
    revision         int not null default 0,
    kind             text not null,
    quality          boolean not null,
    purpose          text not null,
    alternatives     text[] not null,
    steps            jsonb not null,
    distance_metres  double precision not null,
    duration_seconds int not null,
    primary key (athlete_id, id),
    foreign key (athlete_id, plan_id) references plan (athlete_id, id) on delete cascade
);
create index session_by_day on session (athlete_id, day);
create index session_by_plan on session (athlete_id, plan_id);

-- A new plan supersedes what an older one has from its start on (D15); when it is deleted, the older one is back.
create view session_in_force as
    select s.*, p.created_at as planned_at, p.no_run_days
    from session s
    join plan p on p.athlete_id = s.athlete_id and p.id = s.plan_id
    where not exists (
        select 1 from plan newer
        where newer.athlete_id = s.athlete_id and newer.ordinal > p.ordinal and newer.starts_on <= s.day);

-- What changed a session: the fields it replaced, and by what. A declined one stays, without its effect.
create table revision (
    athlete_id  uuid not null,
    session_id  uuid not null,
    n           int not null,
    at          timestamptz not null,
    by          text not null,
    reason_code text not null,
    reason_text text not null,
    before      jsonb not null,
    after       jsonb not null,
    declined    boolean not null default false,
    primary key (athlete_id, session_id, n),
    foreign key (athlete_id, session_id) references session (athlete_id, id) on delete cascade
);
