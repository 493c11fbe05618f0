create table inventory (id bigserial primary key, product_code text not null unique, quantity bigint not null);
