CREATE TABLE businesses (
    id    bigint PRIMARY KEY,
    name  varchar(200) NOT NULL,
    owner varchar(50) NOT NULL
);

CREATE TABLE posts (
    id          bigint PRIMARY KEY,
    business_id bigint NOT NULL REFERENCES businesses,
    title       varchar(200) NOT NULL
);

INSERT INTO businesses (id, name, owner) VALUES
    (1, 'Corner Bakery', 'ana'),
    (2, 'Harbour Books', 'ana'),
    (3, 'Station Bikes', 'ben');

INSERT INTO posts (id, business_id, title) VALUES
    (1, 1, 'Fresh bread at seven'),
    (2, 1, 'We bake with rye now'),
    (3, 2, 'A reading by the sea'),
    (4, 3, 'Brakes checked while you wait');
