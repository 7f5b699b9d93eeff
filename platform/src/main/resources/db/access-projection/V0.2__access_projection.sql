-- Who may see an athlete, as the athlete-service has published it; for every service but the athlete-service.

create table access (
    athlete_id uuid not null,
    subject    text not null,
    relation   text not null check (relation in ('ATHLETE', 'COACH', 'ASSISTANT', 'PARTNER')),
    squad_id   uuid,
    scopes     text[],
    -- the squad, or the zero UUID for none: a primary key takes no null
    squad_key  uuid generated always as (coalesce(squad_id, '00000000-0000-0000-0000-000000000000')) stored,
    primary key (athlete_id, subject, relation, squad_key)
);
create index access_by_squad on access (squad_id, subject) where squad_id is not null;

-- The coaches of a squad, as far as one of its athletes has arrived.
create view squad_access as
    select distinct squad_id, subject, relation from access where squad_id is not null;

-- All changes of the athletes of a shard that were committed before this time have been received (D23).
create table shard_confirmation (
    shard        int primary key,
    confirmed_at timestamptz not null
);
