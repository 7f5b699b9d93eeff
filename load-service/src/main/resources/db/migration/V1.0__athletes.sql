-- What the athlete-service last told of each athlete.

create table athlete (
    athlete_id   uuid primary key,
    display_name text not null,
    birth_date   date not null,
    sex          text not null,
    time_zone    text not null
);

-- The whole timeline of fitness and heart rate as known now: the thresholds of any day are looked up in it.
create table threshold_timeline (
    athlete_id uuid primary key,
    thresholds jsonb not null
);
