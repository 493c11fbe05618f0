alter table orders add column paid_at timestamptz;
