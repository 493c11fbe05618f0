ALTER TABLE pets DROP COLUMN birth_date;
