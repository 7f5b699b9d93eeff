-- What an event tells the state of: only a newer one about the same thing makes it old.
alter table inbox add about text;
update inbox set about = type;
alter table inbox alter about set not null;
drop index inbox_by_sequence;
create index inbox_by_thing on inbox (athlete_id, about, sequence);
