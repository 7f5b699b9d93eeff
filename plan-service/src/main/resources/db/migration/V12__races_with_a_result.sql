-- The races of the last weeks, of which a plan knew the newest result alone (D37).
alter table fitness add column races jsonb not null default '[]';
update fitness set races = jsonb_build_array(last_result) where last_result->>'kind' = 'RACE';
