-- Which kinds of warning sign a morning has, other than of heart or breath (D34): each stands until something ends it, however
-- long that takes, so it is found here and not in a window of days. Whoever stores an entry stores this anew, of its day and
-- of the 28 days after it, whose usual values it is part of.
alter table wellness
    add column signs text[] not null default '{}' check (signs <@ array['HEART_RATE', 'ILLNESS', 'PAIN']);

update wellness w
set signs = array_remove(array[
    case when (w.entry ->> 'restingHeartRateBpm')::int > 100 or exists (
        select from wellness b
        where b.athlete_id = w.athlete_id and b.day between w.day - 28 and w.day - 1
        having count(b.entry ->> 'restingHeartRateBpm') >= 7
            and abs((w.entry ->> 'restingHeartRateBpm')::int - percentile_cont(0.5) within group (
                order by (b.entry ->> 'restingHeartRateBpm')::int)) >= 15)
    then 'HEART_RATE' end,
    case when w.entry ->> 'illness' = 'BELOW_NECK' then 'ILLNESS' end,
    case when exists (
        select from jsonb_path_query(w.entry, '$.pain[*]') pain
        where (pain ->> 'level')::int >= 7 or (pain ->> 'level')::int >= 3 and (
            select count(distinct b.day) >= 2 and max((earlier ->> 'level')::int) >= 5
            from wellness b, jsonb_path_query(b.entry, '$.pain[*]') earlier
            where b.athlete_id = w.athlete_id and b.day between w.day - 6 and w.day
                and (earlier ->> 'level')::int >= 3
                and lower(trim(earlier ->> 'site')) = lower(trim(pain ->> 'site'))))
    then 'PAIN' end], null)
where w.entry ->> 'restingHeartRateBpm' is not null
    or w.entry ->> 'illness' = 'BELOW_NECK'
    or jsonb_path_exists(w.entry, '$.pain[*] ? (@.level >= 3)');

create index wellness_with_signs on wellness (athlete_id, day) where signs <> '{}';
