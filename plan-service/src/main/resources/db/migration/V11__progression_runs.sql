-- The paces of the thirds of a recognised progression run, without its cool-down (D41); empty for what is none.
alter table activity add column progression_thirds float8[] not null default '{}';
