-- How the athlete felt on one morning, as it was entered.
create table if not exists wellness (
    athlete_id uuid not null,
    on_day     date not null,
    entry      jsonb not null,
    primary key (athlete_id, on_day)
);
-- What is the same to the byte has the same tag, also after it was deleted and entered again: no version tells that.
alter table wellness drop column if exists version;
