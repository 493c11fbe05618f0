CREATE TABLE posts (id bigint PRIMARY KEY, title varchar(200) NOT NULL);
