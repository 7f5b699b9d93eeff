-- The offset from UTC at which an activity started, as its file has it, else of the athlete's zone.
alter table activity add column utc_offset_seconds int;

update activity a
set utc_offset_seconds =
    extract(epoch from (a.started_at at time zone t.time_zone) - (a.started_at at time zone 'UTC'))
from athlete t
where t.athlete_id = a.athlete_id;

-- One that started on another day than the athlete's zone had then was elsewhere: the offset nearest to zero that gives
-- its day, in whole hours.
update activity
set utc_offset_seconds = case
        when day > (started_at at time zone 'UTC')::date
        then 3600 * ceil(extract(epoch from day - (started_at at time zone 'UTC')) / 3600)
        when day < (started_at at time zone 'UTC')::date
        then 3600 * (ceil(extract(epoch from day + 1 - (started_at at time zone 'UTC')) / 3600) - 1)
        else 0 end
where utc_offset_seconds is null
   or (started_at at time zone 'UTC' + make_interval(secs => utc_offset_seconds))::date <> day;

alter table activity alter column utc_offset_seconds set not null;
