-- D51: plans that lead to no race.
alter table plan drop constraint plan_kind_check;
alter table plan add constraint plan_kind_check
    check (kind in ('RACE', 'BEGINNER_BASE', 'BASE', 'MAINTAIN', 'WALK_RUN', 'PROGRESSION'));
