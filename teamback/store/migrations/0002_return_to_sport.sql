-- Tests, red flags, cases and their stages, programmes and tasks.

create table observation (
  seq bigint not null,
  home text not null,
  day date not null,
  athlete bigint not null,
  scale text not null,
  value double precision not null,
  site text
);

create table session_exercise (
  seq bigint not null,
  home text not null,
  day date not null,
  athlete bigint not null,
  exercise text not null,
  programme text,
  sets double precision,
  reps double precision,
  hold_s double precision,
  load_kg double precision,
  minutes double precision,
  side text,
  quality text,
  compensations text not null,
  paused_for_pain double precision,
  substitute text
);

create table test_result (
  seq bigint not null,
  home text not null,
  day date not null,
  athlete bigint not null,
  test text not null,
  value double precision not null,
  unit text not null,
  side text,
  pain_during double precision,
  compensations text not null,
  baseline boolean not null,
  battery text,
  note text
);

create table instrument_total (
  seq bigint not null,
  home text not null,
  day date not null,
  athlete bigint not null,
  instrument text not null,
  total double precision,
  distress double precision,
  sections_answered bigint,
  q1 double precision,
  q2 double precision,
  q3 double precision,
  q4 double precision,
  asked_by text
);

create table red_flag_screen (
  seq bigint not null,
  home text not null,
  day date not null,
  athlete bigint not null,
  yes text not null,
  no text not null,
  unknown text not null,
  raised text not null,
  confirmed boolean not null,
  background boolean not null,
  asked_by text
);

create table assessment (
  seq bigint not null,
  day date not null,
  athlete bigint not null,
  case_id bigint,
  symptoms text,
  irritability text,
  hypothesis text,
  hypothesis_confidence text,
  hypothesis_note text,
  findings text,
  imaging text
);

create table case_opened (
  seq bigint not null,
  day date not null,
  case_id bigint not null,
  athlete bigint not null,
  nature text not null,
  region text not null,
  onset date not null,
  pathway text not null,
  side text,
  mode_of_onset text,
  mechanism text,
  contact boolean,
  relation text,
  diagnosis_code text,
  diagnosis text,
  diagnosed_on date,
  reference_load double precision,
  days_set double precision
);

create table case_updated (
  seq bigint not null,
  day date not null,
  case_id bigint not null,
  athlete bigint not null,
  side text,
  mode_of_onset text,
  mechanism text,
  contact boolean,
  relation text,
  diagnosis_code text,
  diagnosis text,
  diagnosed_on date,
  reference_load double precision,
  days_set double precision
);

create table case_closed (
  seq bigint not null,
  day date not null,
  case_id bigint not null,
  athlete bigint not null,
  outcome text,
  note text
);

create table stage_change (
  seq bigint not null,
  day date not null,
  case_id bigint not null,
  athlete bigint not null,
  decision text not null,
  to_stage bigint not null,
  stage_name text not null,
  from_stage bigint,
  load_ceiling double precision,
  counted_anew boolean not null,
  override boolean not null,
  reason text,
  criteria text not null,
  unmet text not null
);

create table criterion_waived (
  seq bigint not null,
  day date not null,
  case_id bigint not null,
  athlete bigint not null,
  criterion text not null,
  reason text not null,
  item text
);

create table stage_review (
  seq bigint not null,
  day date not null,
  case_id bigint not null,
  athlete bigint not null,
  stage bigint not null,
  spine_position text,
  core_engagement text,
  hip_control text,
  note text
);

create table signed_off (
  seq bigint not null,
  day date not null,
  case_id bigint not null,
  athlete bigint not null,
  what text not null,
  given_by text not null,
  note text
);

create table risk_assessed (
  seq bigint not null,
  day date not null,
  case_id bigint not null,
  athlete bigint not null,
  tissue_health text not null,
  tissue_stress text not null,
  risk_tolerance text not null,
  note text,
  decided_with text not null,
  match_minutes double precision
);

create table note (
  seq bigint not null,
  day date not null,
  athlete bigint not null,
  case_id bigint,
  subjective text,
  objective text,
  assessment text,
  plan text
);

create table treatment (
  seq bigint not null,
  day date not null,
  athlete bigint not null,
  given text not null,
  case_id bigint,
  minutes double precision
);

create table medication (
  seq bigint not null,
  day date not null,
  athlete bigint not null,
  given text not null,
  case_id bigint,
  until date
);

create table programme (
  seq bigint not null,
  day date not null,
  athlete bigint not null,
  purpose text not null,
  lines text not null,
  case_id bigint,
  next_check_in date,
  note text
);

create table at_hand (
  seq bigint not null,
  day date not null,
  athlete bigint not null,
  equipment text not null
);

create table referral (
  seq bigint not null,
  day date not null,
  athlete bigint not null,
  to_role text not null,
  reason text not null,
  due date not null,
  case_id bigint
);

create table task_act (
  seq bigint not null,
  day date not null,
  athlete bigint not null,
  rule text not null,
  cause bigint not null,
  act text not null,
  outcome text,
  note text
);
