CREATE TABLE businesses (
    id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name varchar(200) NOT NULL
);

CREATE TABLE posts (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    business_id bigint NOT NULL REFERENCES businesses,
    headline    varchar(200) NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now()
);
