-- The words that end a warning sign other than of heart or breath (D34): by the last morning that had it, who has said it,
-- and the day from which on it does not stand: that of the second word, or of the athlete's own who has no coach.
create table closed_sign (
    athlete_id uuid not null,
    sign_on    date not null,
    athlete_at timestamptz,
    coach_at   timestamptz,
    coach      text,
    closed_on  date,
    primary key (athlete_id, sign_on)
);
