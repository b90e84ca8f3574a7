-- Guardians and consents of athletes under age, and requests that a person be erased or made anonymous.

create table guardian (
  seq bigint not null,
  day date not null,
  athlete bigint not null,
  name text not null,
  relation text not null,
  phone text,
  mail text
);

create table consent (
  seq bigint not null,
  day date not null,
  athlete bigint not null,
  what text not null,
  given boolean not null,
  given_by text not null,
  note text
);

create table removal_requested (
  seq bigint not null,
  day date not null,
  athlete bigint not null,
  how text not null,
  reason text not null
);

alter table erased add column how text;
alter table erased add column asked_by text;
