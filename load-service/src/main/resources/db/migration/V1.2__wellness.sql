-- How the athlete felt on one morning, as it was entered.
create table wellness (
    athlete_id uuid not null,
    on_day     date not null,
    entry      jsonb not null,
    primary key (athlete_id, on_day)
);
