ALTER TABLE teams ADD COLUMN IF NOT EXISTS lastteamiconupdate bigint DEFAULT 0;
ALTER TABLE teams ADD COLUMN IF NOT EXISTS lastteamiconupdate varchar(3);
CREATE TABLE IF NOT EXISTS posts (
    id VARCHAR(26), createat bigint, message VARCHAR(65535), hashtags VARCHAR(1000), props jsonb, fileids VARCHAR(150),
    hasreactions boolean DEFAULT FALSE, ispinned boolean,
    PRIMARY KEY (id)
);
CREATE INDEX IF NOT EXISTS idx_posts_message_txt ON posts USING gin(to_tsvector('english', message));
CREATE INDEX IF NOT EXISTS idx_posts_create_at_id ON posts (createat, id);
ALTER TABLE posts ALTER COLUMN fileids TYPE varchar(300);
DROP INDEX IF EXISTS idx_teams_name;
CREATE MATERIALIZED VIEW IF NOT EXISTS posts_by_team_day AS
SELECT to_timestamp(p.createat/1000)::date AS day, COUNT(*) AS num, p.id AS teamid FROM posts p GROUP BY day, p.id;
