-- Who may sign in, and the log of what happened to accounts and at the door.

create table account (
  number bigint not null,
  sign_in text not null,
  person text not null,
  profession text not null,
  role text not null,
  squads text,
  athlete bigint,
  disabled boolean not null,
  must_change boolean not null,
  generation text not null,
  identity text,
  from_claims boolean not null,
  made_at timestamptz not null,
  password text
);

create table access_log (
  number bigint not null,
  done_at timestamptz not null,
  what text not null,
  account bigint,
  done_by text,
  about text,
  state text,
  chain text not null
);
