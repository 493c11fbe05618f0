create table products (id bigserial primary key, code text not null unique, price numeric not null);
