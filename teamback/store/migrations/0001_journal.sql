-- The journal, what supersedes what, who opened what, and one table per kind of event.

create table journal (
  seq bigint primary key,
  kind text not null,
  subject text not null,
  day date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  batch bigint not null,
  replaces bigint,
  salt text,
  digest text not null,
  chain text not null
);

create table superseded (
  seq bigint not null,
  by_seq bigint not null,
  until_seq bigint
);

create table read_log (
  number bigint primary key,
  read_at timestamptz not null,
  person text not null,
  page text not null,
  subject text not null,
  chain text not null
);

create table squad (
  seq bigint not null,
  day date not null,
  squad text not null,
  name text not null,
  sport text not null,
  time_zone text not null
);

create table athlete (
  seq bigint not null,
  day date not null,
  athlete bigint not null,
  home text not null,
  known_as text not null,
  name text,
  date_of_birth date,
  sex text,
  position text,
  sport text,
  external_ids text not null
);

create table joined (
  seq bigint not null,
  day date not null,
  athlete bigint not null,
  squad text not null,
  loan boolean not null
);

create table left_squad (
  seq bigint not null,
  day date not null,
  athlete bigint not null,
  squad text not null,
  reason text
);

create table calendar (
  seq bigint not null,
  day date not null,
  squad text not null,
  what text not null,
  start text,
  place text,
  planned_minutes double precision,
  planned_load double precision,
  athlete bigint,
  title text
);

create table check_in (
  seq bigint not null,
  day date not null,
  home text not null,
  athlete bigint not null,
  low_back_now double precision,
  low_back_worst double precision,
  side text,
  spread_to_leg boolean,
  morning_stiffness double precision,
  flare boolean,
  confidence double precision,
  fatigue double precision,
  sleep_quality double precision,
  soreness double precision,
  stress double precision,
  mood double precision,
  sleep_h double precision,
  note text,
  rated_at timestamptz,
  asked_by text
);

create table session (
  seq bigint not null,
  day date not null,
  home text not null,
  athlete bigint not null,
  start text,
  type text,
  planned boolean,
  minutes double precision,
  rpe double precision,
  pain_before double precision,
  pain_during double precision,
  pain_after double precision,
  pain_site text,
  function_after double precision,
  activities text not null,
  surface text,
  footwear text,
  warm_up double precision,
  cool_down double precision,
  participation text,
  note text,
  rated_at timestamptz
);

create table rest_day (
  seq bigint not null,
  day date not null,
  home text not null,
  athlete bigint not null
);

create table availability (
  seq bigint not null,
  day date not null,
  athlete bigint not null,
  training text not null,
  match text not null,
  until_reviewed boolean not null,
  restrictions text not null,
  can_do text,
  minutes_cap double precision,
  review_on date,
  text_to_coach text,
  reason text,
  clinical_note text
);

create table limits (
  seq bigint not null,
  day date not null,
  version text not null,
  text text not null
);

create table imported (
  seq bigint not null,
  day date not null,
  squad text not null,
  source text not null,
  preset text not null,
  row_count bigint not null
);

create table undone (
  seq bigint not null,
  day date not null,
  undone_batch bigint not null,
  reason text not null
);

create table set_aside (
  seq bigint not null,
  day date not null,
  whom text not null,
  reason text not null
);

create table erased (
  seq bigint not null,
  day date not null,
  erased_as text not null,
  reason text not null,
  entries bigint not null
);

