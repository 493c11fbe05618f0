alter table "public"."author" add column "rating" numeric
 null default '0';
alter table "public"."author" alter column "rating" set not null;
alter table "public"."author" rename column "rating" to "score";
alter table "public"."author" drop constraint "author_pkey";
alter table "public"."author"
    add constraint "author_pkey"
    primary key ("id", "name");
alter table "public"."author" add constraint "author_name_check" check (name <> '');
BEGIN TRANSACTION;
ALTER TABLE "public"."author" DROP CONSTRAINT "author_name_check";
ALTER TABLE "public"."author" ADD CONSTRAINT "author_name_len" CHECK (length(name) > 1 AND score BETWEEN 0 AND 5);
COMMIT TRANSACTION;
create table article (id serial primary key, author_id uuid not null, author_name text not null, tags text[] not null default array[]::text[], body varchar collate "C", published bool default 'f', price money default 0,
  foreign key (author_id, author_name) references author (id, name) on update restrict on delete set null);
alter table article alter column published set default true, alter column published drop default, add column kind char(3) not null default 'abc';
CREATE  INDEX "article_author_id_key" on
  "public"."article" using btree ("author_id" DESC);
create table literals (a uuid default 'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11', b bytea default 'abc', c bytea default '\xFF00', d jsonb default '{"a":1}',
  e jsonb default '[]', f int default '7', g numeric(5,2) default '1.50', h real default '1.50', i inet default '10.0.0.1/32', j point default '1,2',
  k int4range default '[1,5]', l json default '{"a":1}', m char(4) default 'x', n text[] default '{a, b}', o bit(3) default B'101', p double precision default '0.5');
