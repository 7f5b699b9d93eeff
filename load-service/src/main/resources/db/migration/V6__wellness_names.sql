-- The field's words: what each source entered.
alter table wellness_word rename to wellness_by_source;
alter table wellness_by_source rename column said_at to entered_at;
