-- What every service keeps beside its own tables: who may see an athlete, what it has to tell, what it was told.

create table access (
    athlete_id uuid not null,
    subject    text not null,
    relation   text not null,
    squad_id   uuid,
    scopes     text[],
    unique nulls not distinct (athlete_id, subject, relation, squad_id)
);
create index access_by_squad on access (squad_id, subject) where squad_id is not null;

-- A squad's coaches as far as its athletes tell; the owner of the squads replaces this view by its own truth.
create view squad_access as
    select distinct squad_id, subject, relation from access where squad_id is not null;

-- Up to when every change of a shard's athletes has been heard (D23).
create table shard_confirmation (
    shard        int primary key,
    confirmed_at timestamptz not null
);

-- The last number given to an athlete's events; its row lock orders the transactions of one athlete.
create table outbox_head (
    athlete_id    uuid primary key,
    last_sequence bigint not null
);

create table outbox (
    athlete_id  uuid not null,
    sequence    bigint not null,
    shard       int not null,
    id          uuid not null,
    topic       text not null,
    type        text not null,
    payload     text not null,
    traceparent text,
    written_at  timestamptz not null default clock_timestamp(),
    position    bigint generated always as identity,
    primary key (athlete_id, sequence)
);
create index outbox_by_shard on outbox (shard, position);

create table inbox (
    athlete_id  uuid not null,
    event_id    uuid not null,
    topic       text not null,
    type        text not null,
    sequence    bigint not null,
    received_at timestamptz not null default now(),
    primary key (athlete_id, event_id)
);
create index inbox_by_sequence on inbox (athlete_id, type, sequence);

-- The answers to POSTs that carried an Idempotency-Key, for 24 hours.
create table idempotency (
    subject    text not null,
    method     text not null,
    path       text not null,
    key        text not null,
    body_hash  bytea not null,
    status     int,
    location   text,
    body       text,
    started_at timestamptz not null default now(),
    primary key (subject, method, path, key)
);
create index idempotency_by_age on idempotency (started_at);
