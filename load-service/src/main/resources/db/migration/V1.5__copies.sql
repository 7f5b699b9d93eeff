-- The copies of an activity that arrived after it and were not counted (U18). One from the same source with the same
-- start and times is the same copy, however often it comes.
create table activity_copy (
    athlete_id      uuid not null,
    activity_id     uuid not null,
    source          text not null,
    started_at      timestamptz not null,
    moving_seconds  double precision not null,
    elapsed_seconds double precision not null,
    distance_metres double precision,
    arrived_at      timestamptz not null,
    primary key (athlete_id, activity_id, source, started_at, moving_seconds, elapsed_seconds)
);
