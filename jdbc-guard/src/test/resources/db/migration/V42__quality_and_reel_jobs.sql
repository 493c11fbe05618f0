alter table posts add column quality jsonb;
create table reel_jobs (id bigint primary key);
