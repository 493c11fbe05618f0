-- What release 41 sends, as its repository keeps it.

-- name: Service.posts
select b.name, p.title from businesses b join posts p on p.business_id = b.id where b.id = ?;

-- name: Service.publish
insert into posts (business_id, title) values (?, ?);

-- name: Service.latest
select p.title, p.created_at from posts p order by p.created_at desc limit 10;
