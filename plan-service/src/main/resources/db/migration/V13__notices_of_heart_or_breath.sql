-- D34: for a sign of heart or breath a session asks for rest alone, and says that only a doctor's word ends it.
alter table readiness add column heart boolean not null default false;
