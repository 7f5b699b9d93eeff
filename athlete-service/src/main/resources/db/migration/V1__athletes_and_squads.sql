-- Who the athletes are, what was measured of them, and who may see them.

create table athlete (
    athlete_id                     uuid primary key,
    subject                        text not null unique,
    join_code                      text not null unique,
    display_name                   text not null,
    birth_date                     date not null,
    sex                            text not null check (sex in ('FEMALE', 'MALE')),
    time_zone                      text not null,
    level                          text not null check (level in ('BEGINNER', 'INTERMEDIATE', 'EXPERIENCED')),
    current_weekly_distance_metres double precision not null,
    version                        int not null
);

-- An answer that is null was given as unknown.
create table intake (
    athlete_id          uuid primary key references athlete,
    posture             text,
    mobility            text,
    movement_quality    text,
    habits              text,
    injury_sites        text[],
    injury_open         boolean[],
    longest_run_minutes int,
    version             int not null,
    check (cardinality(injury_sites) is not distinct from cardinality(injury_open))
);

create table heart_rate (
    athlete_id    uuid not null references athlete,
    measured_on   date not null,
    origin        text not null check (origin in ('LABORATORY', 'FIELD_TEST', 'RACE', 'AGE_ESTIMATE')),
    max_bpm       int not null,
    rest_bpm      int not null,
    threshold_bpm int,
    primary key (athlete_id, measured_on, origin)
);

create table result (
    athlete_id      uuid not null references athlete,
    id              uuid not null,
    kind            text not null check (kind in ('RACE', 'TIME_TRIAL')),
    distance_metres double precision not null,
    duration_millis bigint not null,
    on_day          date not null,
    rpe             int,
    primary key (athlete_id, id)
);
create index result_by_day on result (athlete_id, on_day desc, id desc);

create table fitness_override (
    athlete_id uuid not null references athlete,
    from_day   date not null,
    vdot       double precision not null,
    reason     text not null,
    set_by     text not null,
    primary key (athlete_id, from_day)
);

create table consent (
    athlete_id uuid not null references athlete,
    client_id  text not null,
    scopes     text[] not null,
    primary key (athlete_id, client_id)
);

create table squad (
    squad_id uuid primary key,
    name     text not null
);

create table squad_coach (
    squad_id uuid not null references squad on delete cascade,
    subject  text not null,
    role     text not null check (role in ('COACH', 'ASSISTANT')),
    primary key (squad_id, subject)
);
create index squad_coach_by_subject on squad_coach (subject, squad_id);

create table squad_member (
    athlete_id uuid not null references athlete,
    squad_id   uuid not null references squad on delete cascade,
    primary key (athlete_id, squad_id)
);
create index squad_member_by_squad on squad_member (squad_id, athlete_id);

create table invitation (
    athlete_id uuid not null references athlete,
    id         uuid not null,
    squad_id   uuid not null references squad on delete cascade,
    invited_by text not null,
    invited_at timestamptz not null,
    primary key (athlete_id, id),
    unique (athlete_id, squad_id)
);
create index invitation_by_id on invitation (id);
create index invitation_by_squad on invitation (squad_id, id);

-- The owner of all rights reads them from the truth: no copy that could differ from it.
create view access as
    select athlete_id, subject, 'ATHLETE' as relation, null::uuid as squad_id, null::text[] as scopes
    from athlete
    union all
    select m.athlete_id, c.subject, c.role, c.squad_id, null
    from squad_member m join squad_coach c on c.squad_id = m.squad_id
    union all
    select athlete_id, client_id, 'PARTNER', null, scopes
    from consent;

create view squad_access as
    select squad_id, subject, role as relation from squad_coach;
