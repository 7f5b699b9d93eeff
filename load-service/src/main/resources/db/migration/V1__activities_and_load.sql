-- What the athletes ran, what load it was, and how they felt.
--
-- The tables that the statement of an upload writes refer to no athlete: it holds the athlete's row. Nor does
-- session_match: it comes by another topic than the athlete, and may come first.

create extension if not exists btree_gist;

-- As the athlete-service last published it.
create table athlete (
    athlete_id     uuid primary key,
    display_name   text not null,
    birth_date     date not null,
    sex            text not null check (sex in ('FEMALE', 'MALE')),
    time_zone      text not null,
    -- counts what changed the athlete's figures; a statement that computed from them checks it
    version        bigint not null default 0,
    -- the first day from which loads were computed with thresholds that no longer hold (U24)
    recompute_from date
);
create index athlete_to_recompute on athlete (athlete_id) where recompute_from is not null;

-- The whole timeline of fitness and heart rate as known now: the thresholds of any day are looked up in it.
create table threshold_timeline (
    athlete_id uuid primary key references athlete,
    thresholds jsonb not null
);

-- The ranges hold U18: starts of a minute, distances and durations that reach to 2 % more, as SameRun makes them.
create table activity (
    athlete_id      uuid not null,
    id              uuid not null,
    sport           text not null
        check (sport in ('RUN', 'TRAIL_RUN', 'WALK', 'HIKE', 'RIDE', 'SWIM', 'STRENGTH', 'OTHER')),
    source          text not null check (source in ('FIT', 'TCX', 'GPX', 'MANUAL')),
    started_at      timestamptz not null,
    day             date not null,
    distance_metres double precision,
    moving_seconds  double precision not null,
    elapsed_seconds double precision not null,
    rpe             int,
    load            double precision not null,
    load_method     text not null check (load_method in ('HEART_RATE', 'PACE', 'RPE', 'DURATION')),
    figures         jsonb not null,
    version         int not null,
    starts          int8range not null,
    distances       int8range not null,
    durations       int8range not null,
    primary key (athlete_id, id),
    constraint one_run_by_distance exclude using gist (athlete_id with =, starts with &&, distances with &&)
        where (not upper_inf(distances)),
    -- distances without an end overlap with all: then only the durations tell
    constraint one_run_by_duration
        exclude using gist (athlete_id with =, starts with &&, durations with &&, distances with &&)
);
create index activity_by_start on activity (athlete_id, started_at desc, id desc);
create index activity_by_day on activity (athlete_id, day);
-- The pairs of session load and measured load that every upload with an effort is scaled by.
create index activity_calibration_pair on activity (athlete_id, started_at, id) include (moving_seconds, rpe, load)
    where rpe is not null and load_method in ('HEART_RATE', 'PACE');

-- What an activity was computed from: what the device wrote of the whole, pauses and laps; the streams, compact.
create table recording (
    athlete_id  uuid not null,
    activity_id uuid not null,
    file_id     uuid,
    sums        jsonb not null,
    streams     bytea not null,
    primary key (athlete_id, activity_id)
);

-- As it was sent; a multi-sport file belongs to several activities.
create table activity_file (
    athlete_id uuid not null,
    id         uuid not null,
    format     text not null check (format in ('FIT', 'TCX', 'GPX')),
    content    bytea not null,
    primary key (athlete_id, id)
);

-- The copies of an activity that arrived after it and were not counted (U18). One from the same source with the same
-- start and times is the same copy, however often it comes.
create table activity_copy (
    athlete_id      uuid not null,
    activity_id     uuid not null,
    source          text not null check (source in ('FIT', 'TCX', 'GPX', 'MANUAL')),
    started_at      timestamptz not null,
    moving_seconds  double precision not null,
    elapsed_seconds double precision not null,
    distance_metres double precision,
    arrived_at      timestamptz not null,
    primary key (athlete_id, activity_id, source, started_at, moving_seconds, elapsed_seconds)
);

-- A year of daily loads: first what is carried in, then a cell for each of 28 days before the year and of the year.
create table load_year (
    athlete_id    uuid not null,
    year          int not null,
    first_day     date,
    fitness       double precision not null,
    fatigue       double precision not null,
    acute         double precision not null,
    chronic       double precision not null,
    loads         double precision[] not null,
    running_loads double precision[] not null,
    activities    int[] not null,
    absences      jsonb not null,
    primary key (athlete_id, year)
);

-- How the athlete felt on one morning, as it was entered.
create table wellness (
    athlete_id uuid not null references athlete,
    day        date not null,
    entry      jsonb not null,
    primary key (athlete_id, day)
);

-- Which planned session an activity was, how it went, and what the plan had asked for (D2, S22), as the plan-service last
-- published it. What it had asked for is null in the events from before the plan-service said it.
create table session_match (
    athlete_id                  uuid not null,
    session_id                  uuid not null,
    activity_id                 uuid not null,
    verdict                     text not null,
    kind                        text,
    quality                     boolean,
    prescribed_moderate_seconds double precision,
    primary key (athlete_id, session_id)
);
create index session_match_by_activity on session_match (athlete_id, activity_id);
