CREATE TABLE businesses (
    id   bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name varchar(200) NOT NULL
);

CREATE TABLE posts (
    id          bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
    business_id bigint NOT NULL,
    title       varchar(200) NOT NULL,
    created_at  datetime(6) NOT NULL DEFAULT current_timestamp(6),
    FOREIGN KEY (business_id) REFERENCES businesses (id)
);
