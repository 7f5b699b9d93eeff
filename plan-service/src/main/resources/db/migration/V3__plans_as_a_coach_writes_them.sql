-- What a plan could not give as it was asked, in sentences (D27, D33).
alter table plan add column notes text[] not null default '{}';
