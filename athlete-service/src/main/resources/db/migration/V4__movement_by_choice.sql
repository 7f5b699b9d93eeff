-- How the athlete moves, by choice (S88); an answer that is null is unknown.
alter table intake add column sitting text
    check (sitting in ('UP_TO_4_HOURS', 'UP_TO_8_HOURS', 'OVER_8_HOURS'));
alter table intake add column weaker_side text check (weaker_side in ('NONE', 'LEFT', 'RIGHT'));
alter table intake add column stiff text[];
alter table intake add column posture_when_tired text
    check (posture_when_tired in ('UPRIGHT', 'BENDS_FORWARD', 'HIPS_DROP', 'KNEES_TURN_IN', 'SHOULDERS_RISE'));
