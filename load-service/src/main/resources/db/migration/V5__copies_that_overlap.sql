-- A copy that only overlaps with its activity in time (D48) has an id and all that it needs to count alone, should somebody
-- say that it does; the same run from another source (U18) has none of it.
alter table activity_copy
    add column id uuid,
    add column sport text,
    add column utc_offset_seconds int,
    add column rpe int,
    add column sums jsonb,
    add column streams bytea,
    add column file_id uuid,
    add constraint whole_or_not check (num_nulls(id, sport, utc_offset_seconds, sums, streams) in (0, 5));
create unique index activity_copy_by_id on activity_copy (athlete_id, id);
