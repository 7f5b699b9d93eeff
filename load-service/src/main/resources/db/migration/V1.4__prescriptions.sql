-- What the matched session had asked for (D2, S22); null in what was told before the plan-service said it.
alter table session_match
    add column kind text,
    add column quality boolean,
    add column prescribed_moderate_seconds double precision;
