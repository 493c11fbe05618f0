ALTER TABLE posts ADD COLUMN quality jsonb;

CREATE TABLE reel_jobs (
    id      uuid PRIMARY KEY,
    post_id bigint NOT NULL REFERENCES posts,
    state   varchar(20) NOT NULL DEFAULT 'queued'
);
