alter table books add column isbn varchar(17) unique;
