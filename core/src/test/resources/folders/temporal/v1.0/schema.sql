CREATE TABLE namespaces(
  partition_id INTEGER NOT NULL,
  id BYTEA NOT NULL,
  name VARCHAR(255) UNIQUE NOT NULL,
  notification_version BIGINT NOT NULL,
  --
  data BYTEA NOT NULL,
  data_encoding VARCHAR(16) NOT NULL,
  is_global BOOLEAN NOT NULL,
  PRIMARY KEY(partition_id, id)
);
CREATE TABLE executions_visibility (
  namespace_id         CHAR(64) NOT NULL,
  run_id               CHAR(64) NOT NULL,
  start_time           TIMESTAMP NOT NULL,
  execution_duration   BIGINT NULL,
  memo                 BYTEA NULL,
  encoding             VARCHAR(64) NOT NULL,
  search_attributes    JSONB NULL,
  TemporalChangeVersion JSONB GENERATED ALWAYS AS (search_attributes->'TemporalChangeVersion') STORED,
  CustomInt01          BIGINT GENERATED ALWAYS AS ((search_attributes->'Int01')::bigint) STORED,
  BuildIds             VARCHAR(255) GENERATED ALWAYS AS (search_attributes->>'BuildIds') STORED,
  PRIMARY KEY (namespace_id, run_id)
);
CREATE INDEX by_start ON executions_visibility (namespace_id, (COALESCE(execution_duration, 0)) DESC, start_time DESC, run_id);
