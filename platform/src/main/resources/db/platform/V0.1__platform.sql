-- What every service keeps beside its own tables: the events it publishes, those it has received, and the answers that
-- repeated requests get again.

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

-- By its rows an event that is delivered again is recognised, and one that is older than another about the same thing. They
-- are deleted after 31 days: no topic keeps a record as long.
create table inbox (
    athlete_id    uuid not null,
    event_id      uuid not null,
    topic         text not null,
    type          text not null,
    about         text not null,
    sequence      bigint not null,
    received_at   timestamptz not null default now(),
    primary key (athlete_id, event_id)
);
create index inbox_by_thing on inbox (athlete_id, about, sequence);
create index inbox_by_age on inbox (received_at);

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
