create table event_publication (
  id uuid primary key,
  serialized_event text not null,
  publication_date timestamptz not null,
  completion_date timestamptz
);
