alter table note add column title varchar(${title_length});
