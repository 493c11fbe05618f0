CREATE TABLE IF NOT EXISTS owners (
  id         INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  first_name TEXT,
  last_name  TEXT
);
CREATE INDEX ON owners (last_name);

CREATE TABLE IF NOT EXISTS pets (
  id         INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name       TEXT,
  birth_date DATE,
  owner_id   INT REFERENCES owners (id)
);
CREATE INDEX ON pets (owner_id);
