ALTER TABLE posts ADD COLUMN quality json;

CREATE TABLE reel_jobs (
    id      uuid NOT NULL PRIMARY KEY,
    post_id bigint NOT NULL,
    state   varchar(20) NOT NULL DEFAULT 'queued',
    FOREIGN KEY (post_id) REFERENCES posts (id)
);
