-- What each source said of a morning: the athlete's own word, or that of a partner's client by its id. What holds of them
-- all is the row of wellness; sources names who said each of its fields, where that was not the athlete.
create table wellness_word (
    athlete_id uuid not null,
    day        date not null,
    source     varchar(300) not null,
    said_at    timestamptz not null,
    entry      jsonb not null,
    primary key (athlete_id, day, source),
    foreign key (athlete_id, day) references wellness on delete cascade
);

alter table wellness add column sources jsonb not null default '{}';

-- What was entered before belongs to the athlete.
insert into wellness_word (athlete_id, day, source, said_at, entry)
select athlete_id, day, 'athlete', now(), entry from wellness;
