CREATE TABLE businesses (
    id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name varchar(200) NOT NULL
);

CREATE TABLE posts (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    business_id bigint NOT NULL REFERENCES businesses,
    title       varchar(200) NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    quality     jsonb
);

CREATE TABLE reel_jobs (
    id      uuid PRIMARY KEY,
    post_id bigint NOT NULL REFERENCES posts,
    state   varchar(20) NOT NULL DEFAULT 'queued'
);
