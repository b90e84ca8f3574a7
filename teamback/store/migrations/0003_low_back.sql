-- The pain journal, the season, what was told; and what a check-in and a session say besides.

alter table check_in add column sitting double precision;
alter table check_in add column commute double precision;
alter table check_in add column manual_work double precision;
alter table check_in add column breathing boolean;
alter table check_in add column mobilisation boolean;
alter table check_in add column activity_change boolean;

alter table session add column equipment text;
alter table session add column warm_up_cardio double precision;
alter table session add column warm_up_stretch double precision;
alter table session add column warm_up_activation double precision;
alter table session add column cool_down_stretch double precision;
alter table session add column cool_down_mobility double precision;

alter table squad add column ostrc_on text;

create table pain_entry (
  seq bigint not null,
  home text not null,
  day date not null,
  athlete bigint not null,
  site text not null,
  pain double precision,
  side text,
  area text,
  started timestamptz,
  ended timestamptz,
  spread_to_leg boolean,
  preceding_activity text,
  position_trigger text,
  easing_factor text,
  note text,
  with_check_in boolean not null,
  asked_by text
);

create table manoeuvre_score (
  seq bigint not null,
  home text not null,
  day date not null,
  athlete bigint not null,
  manoeuvre text not null,
  confidence double precision,
  performance double precision,
  asked_by text
);

create table season_phase (
  seq bigint not null,
  day date not null,
  squad text not null,
  phase text not null,
  last_day date not null,
  name text,
  load_from double precision,
  load_to double precision
);

create table intervention (
  seq bigint not null,
  day date not null,
  athlete bigint not null,
  what text not null,
  change text not null,
  until date,
  reason text,
  case_id bigint
);

create table intervention_ended (
  seq bigint not null,
  day date not null,
  athlete bigint not null,
  intervention bigint not null,
  kept_for_good boolean not null,
  outcome text
);

create table self_management (
  seq bigint not null,
  day date not null,
  athlete bigint not null,
  breathing text,
  mobilisation text,
  activity_change text,
  avoid text not null
);

create table clinician_check_in (
  seq bigint not null,
  day date not null,
  athlete bigint not null,
  mechanics text,
  flexibility text,
  endurance text,
  next_on date,
  note text
);

create table technique_review (
  seq bigint not null,
  day date not null,
  athlete bigint not null,
  technique text not null,
  quality text,
  compensations text not null,
  cues text,
  next_on date
);

create table inflammatory_screen (
  seq bigint not null,
  day date not null,
  athlete bigint not null,
  onset date not null,
  yes text not null,
  no text not null,
  unknown text not null,
  note text
);

create table alert_sent (
  seq bigint not null,
  day date not null,
  athlete bigint not null,
  rule text not null,
  cause bigint not null,
  channel text not null,
  sent_at timestamptz not null,
  attempt bigint not null,
  failure text
);

create table answer (
  seq bigint not null,
  day date not null,
  athlete bigint not null,
  report_of date not null,
  said text not null
);

create table education_read (
  seq bigint not null,
  day date not null,
  athlete bigint not null,
  card text not null
);
