-- Which planned session an activity was, and how it went, as the plan-service last told: what was planned is no fault.
create table session_match (
    athlete_id  uuid not null,
    session_id  uuid not null,
    activity_id uuid not null,
    verdict     text not null,
    primary key (athlete_id, session_id)
);
create index session_match_by_activity on session_match (athlete_id, activity_id);
