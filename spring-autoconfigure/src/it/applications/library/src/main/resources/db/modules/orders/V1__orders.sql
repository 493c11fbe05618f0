create sequence order_id_seq increment 50;
create table orders (
  id bigint primary key default nextval('order_id_seq'),
  product_code text not null,
  status varchar(20) not null check (status in ('NEW', 'SHIPPED'))
);
