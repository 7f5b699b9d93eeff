-- The user name by which a coach or an assistant was named; unknown for who made the squad and for who was named before.
alter table squad_coach add column name text;
