select id, delivered_at from orders;
