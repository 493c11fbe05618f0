alter table posts add column quality varchar(255);
