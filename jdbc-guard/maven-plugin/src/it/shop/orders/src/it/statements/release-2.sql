select id, customer, quality from orders;
