-- What the athlete's plans ask for on a day, as the plan-service told it last: absent without a session, 0 for rest. A day
-- is told by events of different ranges, so each keeps the number of the event that it is from. It refers to no athlete:
-- it comes by another topic than the athlete, and may come first.
create table planned_load (
    athlete_id uuid not null,
    day        date not null,
    sequence   bigint not null,
    load       double precision,
    primary key (athlete_id, day)
);
