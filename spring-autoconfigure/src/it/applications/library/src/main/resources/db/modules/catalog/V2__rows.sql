insert into products (code, price) values ('P100', 34.0), ('P101', 45.40);
