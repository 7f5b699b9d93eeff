create table effect (
    athlete_id uuid not null,
    session_id uuid not null,
    n          int not null,
    arrived    bigint generated always as identity
);
