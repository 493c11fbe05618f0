alter table orders add column quality jsonb;
