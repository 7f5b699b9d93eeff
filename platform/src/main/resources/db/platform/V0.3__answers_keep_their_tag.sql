-- The version that a kept answer had, so that it is given again with its ETag.
alter table idempotency add column tag text;
