CREATE TABLE IF NOT EXISTS teams (
    id VARCHAR(26) PRIMARY KEY,
    createat bigint,
    displayname VARCHAR(64),
    name VARCHAR(64) UNIQUE,
    type VARCHAR(255),
    schemeid VARCHAR(26)
);
CREATE INDEX IF NOT EXISTS idx_teams_name ON teams (name);
