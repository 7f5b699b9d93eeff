-- Which sports two sources may mean the same by: all on foot, each other one for itself, OTHER any.
create function sports_alike(sport text) returns int4range immutable return
    case sport
        when 'RUN' then int4range(1, 2)
        when 'TRAIL_RUN' then int4range(1, 2)
        when 'WALK' then int4range(1, 2)
        when 'HIKE' then int4range(1, 2)
        when 'RIDE' then int4range(2, 3)
        when 'SWIM' then int4range(3, 4)
        when 'STRENGTH' then int4range(4, 5)
        else int4range(null, null)
    end;

-- Without both distances, the same start and duration make one run of two activities only when their sports are alike.
alter table activity
    add column sports int4range not null generated always as (sports_alike(sport)) stored,
    drop constraint one_run_by_duration,
    add constraint one_run_by_duration
        exclude using gist (athlete_id with =, starts with &&, durations with &&, distances with &&, sports with &&);
