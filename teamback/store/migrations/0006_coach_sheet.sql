-- The coach's sheet: whom to talk about first, and that it was read.

alter table availability add column talk_first boolean;

create table sheet_acknowledged (
  seq bigint not null,
  day date not null,
  squad text not null,
  as_of bigint not null
);
