-- What was run, and the loads of its days.

create extension if not exists btree_gist;

-- Counts what changed an athlete's figures; a statement that computed from them checks it.
alter table athlete add column version bigint not null default 0;
-- The first day from which loads were computed with thresholds that no longer hold (U24).
alter table athlete add column recompute_from date;
create index athlete_to_recompute on athlete (athlete_id) where recompute_from is not null;

-- The ranges hold U18: starts of a minute, distances and durations that reach to 2 % more, as SameRun makes them.
create table activity (
    athlete_id      uuid not null,
    id              uuid not null,
    sport           text not null,
    source          text not null,
    started_at      timestamptz not null,
    on_day          date not null,
    distance_metres double precision,
    moving_seconds  double precision not null,
    elapsed_seconds double precision not null,
    rpe             int,
    load            double precision not null,
    load_method     text not null,
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
create index activity_by_day on activity (athlete_id, on_day);

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
    format     text not null,
    content    bytea not null,
    primary key (athlete_id, id)
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
