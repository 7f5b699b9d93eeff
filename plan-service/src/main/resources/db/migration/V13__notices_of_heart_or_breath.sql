-- D34: for a sign of heart or breath a session asks for rest alone, and says that only a doctor's word ends it. Of what
-- was told before nobody knows the sign: it is taken for one of them.
alter table readiness add column heart boolean not null default false;
update readiness set heart = true where notice;
