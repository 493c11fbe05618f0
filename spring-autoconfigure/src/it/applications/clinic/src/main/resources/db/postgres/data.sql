INSERT INTO owners (first_name, last_name) SELECT 'George', 'Franklin' WHERE NOT EXISTS (SELECT * FROM owners);
INSERT INTO pets (name, birth_date, owner_id) SELECT 'Leo', '2000-09-07', 1 WHERE NOT EXISTS (SELECT * FROM pets);
