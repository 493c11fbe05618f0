--liquibase formatted sql

--changeset dora:1
CREATE TABLE reports (id serial PRIMARY KEY, title text NOT NULL CHECK (title <> ''), done boolean DEFAULT false);
CREATE INDEX reports_open ON reports (title) WHERE NOT done;
--rollback DROP TABLE reports;

--changeset dora:2 splitStatements:false
CREATE FUNCTION report_count() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  RETURN (SELECT count(*) FROM reports);
END $$;

--changeset dora:3 endDelimiter:/
CREATE TYPE mood AS ENUM ('glad', 'sad')
/
ALTER TABLE reports ADD mood mood DEFAULT 'glad'
/
CREATE VIEW open_reports (id, title) AS SELECT id, title FROM reports WHERE NOT done -- only those
/

--changeset dora:4 dbms:oracle
CREATE TABLE for_oracle (id number);
