INSERT INTO owners VALUES (default, 'George', 'Franklin');
INSERT INTO owners VALUES (default, 'Betty', 'Davis');
INSERT INTO pets VALUES (default, 'Leo', '2000-09-07', 1);
