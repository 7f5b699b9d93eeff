-- Who asked for a plan, and as what: a plan against a rule is the coach's word, or that of an athlete without one.
alter table plan add column requested_by text;
alter table plan add column requested_as text check (requested_as in ('ATHLETE', 'COACH'));
