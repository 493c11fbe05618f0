-- Scripts that a server accepts, each with what the reader owes it. A line "-- @exact <name>" begins a script of which
-- nothing may be left open, "-- @open <name>" one that holds something that only running it can tell.

-- @open 1 a dynamic name does not stop the program
create table ba(id int);
do $$ declare n text; begin n := (select relname from pg_class where relname='ba');
  execute format('alter table %s add column x int', n); alter table ba add column y int; create table certain(id int); end $$;
-- @open 2 a function that is called alters a table by its argument
create table t(id int);
create function add_col(tbl text) returns void language plpgsql as $$ begin execute format('alter table %I add column a text', tbl); end $$;
select add_col('t');
-- @open 3 a constraint is dropped under a name that was looked up
create table t(id int not null, a int not null, constraint u unique (a));
do $$ declare con text; begin select conname into con from pg_constraint where conrelid='t'::regclass and contype='u'; execute 'alter table t drop constraint ' || quote_ident(con); end $$;
-- @open 3 a column is dropped under a name that was looked up
create table t(id int not null, a int not null);
do $$ declare c text; begin select attname into c from pg_attribute where attrelid='t'::regclass and attnum=2; execute 'alter table t drop column ' || quote_ident(c); end $$;
-- @open 3 a column is renamed under a name that was looked up
create table t(id int not null, a int not null);
do $$ declare c text; begin select attname into c from pg_attribute where attrelid='t'::regclass and attnum=2; execute 'alter table t rename column ' || quote_ident(c) || ' to b'; end $$;
-- @exact 4 WITH before INSERT INTO makes no table
create table a(id int);
create temporary table dl(id int);
with cte as (select id from a) insert into dl select * from cte;
with recursive cte(n) as (select 1 union all select n + 1 from cte where n < 3) insert into a (id) select n from cte;
-- @exact 4 WITH before MERGE INTO makes no table
create table a(id int);
create table b(id int);
with cte as (select id from a) merge into b using cte on b.id = cte.id when matched then do nothing;
-- @exact 4 WITH before UPDATE and DELETE makes no table
create table a(id int);
with cte as (select id from a) update a set id = 2 from cte where cte.id = a.id;
with gone as (delete from a returning id) select * from gone;
with more as (insert into a values (1) returning id) select count(*) from more;
-- @open 4 SELECT INTO makes one, WITH before it too
create table a(id int);
select id into b from a;
with cte as (select id from a) select id into c from cte;
-- @open 4 CREATE TABLE AS makes one
create table a(id int, n text);
create table b as with cte as (select * from a) select id, n from cte;
-- @open 5 a loop over a query runs any number of times
create function names() returns setof text language sql as $$ select relname::text from pg_class where relname='nope' $$;
do $$ declare n text; begin for n in select names() loop create table lit(id int); end loop; end $$;
-- @open 6 DROP FUNCTION CASCADE takes a generated column
create function f(int) returns int language sql immutable as 'select 1';
create table t(id int, g int generated always as (f(id)) stored);
drop function f(int) cascade;
-- @open 6 DROP FUNCTION CASCADE takes a default, a check and an index
create function f(int) returns int language sql immutable as 'select 1';
create table t(id int default f(1), a int check (f(a) > 0), b int);
create index t_f on t (f(b));
create table other(id int default 1);
drop function f cascade;
-- @open 6 DROP TYPE CASCADE takes the default of a column that is text by now
create type mood as enum ('a', 'b');
create table t(id int, m mood default 'a');
alter table t alter m type text;
drop type mood cascade;
-- @open 6 DROP SCHEMA CASCADE takes the defaults and columns that used what was in it
create schema lib;
create type lib.mood as enum ('a', 'b');
create function lib.f() returns int language sql as 'select 1';
create sequence lib.s;
create table t(id int default nextval('lib.s'), m lib.mood, n int default lib.f());
drop schema lib cascade;
-- @open 6 DROP EXTENSION CASCADE takes the columns that are of its types
create extension if not exists plpgsql;
create table t(id int);
drop extension if exists nothing cascade;
-- @exact 6 DROP DOMAIN CASCADE
create domain d as int default 3 check (value > 0);
create table t(id int, n d);
drop domain d cascade;
-- @exact 7 a transaction that is rolled back
create table kept(id int);
begin;
create table gone(a int);
alter table kept add column b int;
rollback;
-- @exact 7 two transactions, the second rolled back
begin;
create table kept(id int default 3);
commit;
start transaction;
alter table kept drop column id, add column b int;
create type mood as enum ('x');
abort;
-- @exact 7 ROLLBACK TO SAVEPOINT
begin;
create table kept(id int);
savepoint one;
create table gone(a int);
alter table kept add column b int;
savepoint two;
drop table kept;
rollback to savepoint one;
alter table kept add column c int;
rollback to one;
release savepoint one;
alter table kept add column d int;
commit;
-- @exact 7 a rollback outside of a transaction changes nothing
create table kept(id int);
rollback;
-- @open 7 a block that is undone by an exception
create table kept(id int);
do $$ begin
  begin alter table kept add column x int; create table gone(a int); perform 1 / 0; exception when others then null; end;
end $$;
-- @open 8 one unknown EXECUTE
create table a(id int);
create table b(id int, name text);
do $$ declare n text; begin for n in select relname from pg_class where relname = 'b' loop execute 'alter table ' || n || ' add column z int'; end loop; end $$;
alter table a add column y int not null default 1;
-- @exact 10 defaults of times
create type mood as enum ('a', 'b');
create table t(a interval default '1 day', a2 interval default interval '2 hours', a3 interval default interval '1' day,
  a4 interval default '90 minutes'::interval, b timestamp default '2020-01-01 00:00', c timestamp(3) default '2020-01-01 00:00:00.5',
  c2 timestamp(0) default timestamp '2020-01-01', e timestamptz default '2020-01-01 00:00+00',
  f time default '12:00', g timetz default '12:00+01', h date default 'today', h2 date default '2020-1-1', h3 date default 'epoch',
  i timestamp default 'infinity', j timestamptz default now() - interval '1 day', k timestamptz default current_timestamp + '1 hour'::interval,
  l timestamp default localtimestamp(3), m date default current_date + 7, n time default localtime, o timestamptz default current_timestamp(0),
  p timestamp default (now() at time zone 'utc'), q timestamp default timezone('utc', now()), r bigint default extract(epoch from now()));
-- @exact also a time is understood when the default is made
create table t(id int, d timestamp default 'now');
-- @exact 10 defaults of ranges, shapes and addresses
create table t(a int4range default '[1,5]', b tstzrange default tstzrange(now(), null), c point default '(1,2)', d box default '(1,1),(0,0)',
  e macaddr default '08-00-2b-01-02-03', f tsvector default '', g tsvector default to_tsvector('a'), h inet default '127.0.0.1',
  i cidr default '10.0.0.0/8', j circle default '<(0,0),1>', k path default '[(0,0),(1,1)]', l money default 12.5, m bit(3) default b'101',
  n varbit default '101', o pg_lsn default '0/0', p xml default '<a/>', q tsquery default 'a & b', r numrange default 'empty', s bit varying(4) default B'1');
-- @exact 10 defaults of arrays, texts and numbers
create table t(a text[] default '{"a b",c}', b text[] default array['a b', 'c'], c int[] default '{1,2}', d int[] default '{}', d2 int[] default array[]::int[],
  e text default 'it''s', e2 text default '', e3 varchar(5) default 'abc', e4 char(3) default 'a', f numeric default 0.00, g numeric(10,2) default '0.00',
  h double precision default 1.50, i real default '2.50', j bigint default '7', k integer default -1, l smallint default 2::smallint, m numeric default 1e3,
  m2 numeric default 0E-8, n boolean default 'yes', n2 boolean default '0', n3 boolean default (not true), o jsonb default '{"b": 1, "a":  [1,2]}', p json default '{ }', q uuid default gen_random_uuid(),
  r bytea default '\x00ff', s text default 'a' || 'b', u text default upper('x'), v int default (1 + 2) * 3, w text default null, x text default null::text,
  y text default current_user, z text default E'a\nb', z2 text default E'tab', z3 text default 'back\slash', z4 bytea default 'abc', z5 text default U&'\0041', z6 text default $$dollar$$);
-- @exact 10 defaults that are altered
create table t(a interval, b timestamp not null default now(), c text[]);
alter table t alter a set default '3 days', alter b set default 'now', alter c set default '{"a b"}', add column d time default '10:00';
alter table t alter b drop default;
-- @exact 10 defaults of domains and enums
create type mood as enum ('a', 'b');
create domain wait as interval default '1 day';
create domain code as text default 'x' check (value <> '');
create table t(a mood default 'a', b mood default 'b'::mood, c mood[] default '{a,b}', d wait, e code, f mood[] default array['a']::mood[]);
-- @exact 11 unique and primary key that the server merges
create table t(id int unique primary key, a int);
create table u(id int primary key unique, a int unique, unique (a));
create table w(a int, b int, primary key (a, b), unique (a, b));
-- @exact 11 a function of a default is renamed
create function f() returns int language sql as 'select 1';
create table t(id int default f());
alter function f() rename to g;
-- @exact 11 DROP INDEX CASCADE takes the foreign key
create table t(id int not null);
create unique index t_id on t (id);
create table u(id int references t (id));
drop index t_id cascade;
-- @exact 11 strings with escapes
create table t(a text default E'a', b text check (b <> E'x\\y'), c text check (c <> E'it\'s'));
-- @exact 11 a number times an interval
create table t(n int, at timestamptz, until timestamptz default now() + 3 * interval '1 second', check (at > now() - n * interval '1 second'));
-- @exact 11 numbers as the server prints them
create table t(a numeric default 0E-8, b numeric default 1e3, c double precision default 1e3, d numeric check (d > 1e2), e numeric default .5, f numeric default 1.);
-- @exact 11 a label of an enum is renamed under a default
create type mood as enum ('a', 'b');
create table t(m mood default 'a', n mood[] default '{a,b}');
alter type mood rename value 'a' to 'c';
-- @exact 11 SIMILAR TO
create table t(a text check (a similar to '[a-z]+'), b text check (b not similar to 'x%'));
-- @exact 11 a field of a record is assigned
create table t(id int);
do $$ declare r record; begin select 1 as n into r; r.n := 2; end $$;
-- @open also DDL in a trigger
create table t(id int);
create function f() returns trigger language plpgsql as $$ begin alter table other add column x int; return new; end $$;
create table other(id int);
create trigger tr before insert on t for each row execute function f();
insert into t values (1);
-- @open also overloads of a function
create table t(id int);
create function f(a int) returns void language plpgsql as $$ begin alter table t add column x int; end $$;
create function f(a text) returns void language plpgsql as $$ begin null; end $$;
select f(1);
-- @open also a function behind a default argument
create table t(id int);
create function inner_one() returns int language plpgsql as $$ begin alter table t add column x int; return 1; end $$;
create function outer_one(a int default inner_one()) returns int language sql as 'select a';
select outer_one();
-- @exact also types and what is made of them
create type mood as enum ('a', 'b');
create table t(m mood, n mood[]);
create view v as select m from t;
drop type mood cascade;
-- @open also statements that may run or not
create table t(id int, a int);
create index t_a on t (a);
create table u(id int default 3);
create type mood as enum ('a');
create table m(x mood);
do $$ begin
  if (select count(*) from t) = 0 then drop index t_a; alter type mood add value 'b'; set search_path = public; end if;
end $$;
create table certain(id int primary key);
-- @open 12 a function that alters a table is called in rows
create table t(id int);
create table o(id int);
create function add_col(tbl text) returns int language plpgsql as $$ begin execute format('alter table %I add column a text', tbl); return 1; end $$;
insert into t values (add_col('o'));
-- @open 12 such a function is called in an update
create table t(id int);
create table o(id int);
insert into t values (1);
create function f() returns int language plpgsql as $$ begin alter table o add column a text; return 1; end $$;
update t set id = f();
-- @open 12 such a function is the default of a column
create table o(id int);
create function f() returns int language plpgsql as $$ begin alter table o add column if not exists a text; return 1; end $$;
create table t(id int, n int default f());
insert into t (id) values (1);
-- @open 12 such a function is called by another one
create table o(id int);
create function g() returns int language sql as 'select 1';
create function f() returns int language plpgsql as $$ begin return g(); end $$;
create or replace function g() returns int language plpgsql as $$ begin alter table o add column a text; return 1; end $$;
values (f());
-- @open 12 a trigger comes to run such a function
create table t(id int);
create table o(id int);
create function f() returns trigger language plpgsql as $$ begin return new; end $$;
create trigger tr before insert on t for each row execute function f();
create or replace function f() returns trigger language plpgsql as $$ begin alter table o add column a text; return new; end $$;
insert into t values (1);
-- @open 12 such a function runs once, often or not at all
create table t(id int);
create table o(id int);
create function f() returns int language plpgsql as $$ begin alter table o add column a text; return 1; end $$;
select f() from t;
-- @open 12 such a function stands in a view and in a prepared statement
create table o(id int);
create function f() returns int language plpgsql as $$ begin alter table o add column if not exists a text; return 1; end $$;
prepare p as select f();
execute p;
-- @exact 12 a function that changes nothing is called in rows
create table t(id int, created_at timestamptz);
create function f() returns int language plpgsql as $$ declare n int; begin select count(created_at) into n from t; return n; end $$;
insert into t values (f());
-- @exact 12 rights and remarks call no function
create table t(id int);
create function f() returns int language plpgsql as $$ begin alter table t add column a text; return 1; end $$;
comment on function f() is 'f()';
grant execute on function f() to public;
drop function f();
-- @exact 13 DROP SEQUENCE CASCADE takes the defaults that call it
create sequence s;
create sequence r;
create table t(id int default nextval('s'), a int not null default nextval('s'::regclass), b int default nextval('r'), c int default 3);
create table u(id int);
alter table u alter id set default nextval('s');
alter sequence s rename to s2;
alter table t rename a to z;
drop sequence s2 cascade;
-- @exact 13 DROP TABLE CASCADE takes the defaults that call its sequence
create table t(id serial);
create table u(id int default nextval('t_id_seq'), n int default nextval('t_id_seq'));
alter table u alter n drop default;
drop table t cascade;
-- @open 13 a default that does more than to call the sequence
create sequence s;
create table t(id text default 'A' || nextval('s'), n int);
drop sequence s cascade;
-- @exact 14 DEFAULT NULL stands over the default of a domain
create domain d as int default 3;
create table t(a d default null, b d, c d default 4);
alter table t alter c set default null;
-- @exact 14 DROP IDENTITY IF EXISTS keeps a default
create table t(id int not null default 3, n int generated always as identity);
alter table t alter id drop identity if exists, alter n drop identity if exists;
-- @exact 14 IS DISTINCT FROM NULL
create table t(a int check (a is distinct from null), b int);
create index t_b on t (b) where b is distinct from null;
-- @exact 14 SET LOCAL lasts as long as the transaction
create schema s;
set local search_path = s;
create table outside(id int);
begin;
set local search_path = s;
create table inside(id int);
commit;
create table behind(id int);
-- @open 14 a view of a temporary table is temporary
create temporary table w(id int);
create view v as select id from w;
create table t(id int);
-- @exact 14 a list names the first columns of a view
create table t(a int, b int);
create view v (x) as select a, b from t;
-- @exact 14 actions of one statement in the order of the server
create table t(id int not null, a int, b text);
alter table t add primary key (id), alter id drop not null, alter a set default 3, alter a type bigint;
alter table t alter b set default 'x', alter b drop default, add c int, drop column a, add column a text;
-- @exact 14 a temporary sequence goes with the session, and the defaults that call it
create temporary sequence s;
create table t(id int default nextval('s'));
discard temp;
-- @exact 14 a key without a name takes over that of another one over the same columns
create table t(id int primary key, constraint r unique (id));
alter table t drop constraint r;
-- @exact 14 views follow what they name to its new name
create table t(id int, a int);
create view v as select a from t;
create view w as select * from t;
create view x as select id from t;
alter table t rename a to b;
alter table t rename to u;
alter table u drop column b cascade;
-- @open 14 whether a name with a schema is taken hangs on the search path
create schema s;
create table t(id int);
create table if not exists s.t(a int);
-- @open 14 a copy of what is not known
create table a(id int);
create table b as select * from a;
create table c(like b);
-- @exact 14 a foreign key to a table without a key is refused
create table t(id int);
do $$ begin create table u(id int, foreign key (id) references t); exception when undefined_object then null; end $$;
-- @exact 14 a domain with a time or a null for its default
create domain d as time default '12:00';
create domain n as text default null::text;
create table t(a d, b n);
-- @open 14 the catalog holds more than the script has made
do $$ begin if (select count(*) from pg_class) > 0 then create table t(id int); end if; end $$;
-- @exact 14 a table that is named twice is dropped once
create temporary table t(id int);
create table t(a int);
drop table t, t cascade;
discard temp;
