ALTER TABLE posts ADD COLUMN quality jsonb;

CREATE TABLE reel_jobs (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    post_id bigint NOT NULL REFERENCES posts,
    state   varchar(20) NOT NULL DEFAULT 'queued'
);

UPDATE posts SET quality = jsonb_build_object('score', 80 + id * 4);

INSERT INTO reel_jobs (post_id, state) SELECT id, CASE WHEN id % 2 = 1 THEN 'rendering' ELSE 'queued' END FROM posts;
