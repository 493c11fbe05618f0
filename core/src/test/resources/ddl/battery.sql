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
-- @exact 4 WITH before MERGE INTO makes no table (from 15)
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
-- @exact 9 a view of all columns has those that its table had then
create table t(id serial primary key, a varchar(20), b numeric(8,2), m text[]);
create view v as select * from t;
create view q as select x.*, x.a as again from t x;
create view w as select * from v where id > 0 with local check option;
alter table t add column c int;
-- @exact 9 a view of joined tables
create table a(id bigint, x int, n text);
create table b(id bigint, a_id bigint, n varchar(5), y date);
create table c(id int, n text);
create view ab as select a.*, b.y from a join b on b.a_id = a.id;
create view u as select * from (select id, x from a) l join (select id, y from b) r using (id);
create view nat as select * from (select id, x from a) l natural left join (select id, y from b) r;
create view comma as select * from (select n from c) z, (select id, x from a) l join (select id, y from b) r using (id);
create view mixed as select * from (select id as i, n from a) l full join (select id, n from c) r using (n);
create view named as select * from (a join c using (id)) as j(id, ex, en, cn);
create view crossed as select l.*, r.y from a l cross join lateral (select y from b where b.id = l.id) r;
-- @exact 9 a view of expressions, under the names that the server gives
create table t(id int, a text, d timestamptz, j jsonb);
create view v as select id::bigint, (a)::varchar(9) as s, cast(a as char(3)), lower(a), count(*) over () as n,
  row_number() over (order by id), coalesce(a, 'x'), (j ->> 'b')::int as jb, d::date as day, case when id > 1 then 2 end as k from t;
create view listed(p, q) as select id + 1, a || 'x', id as r from t;
create materialized view mv(p) as select max(id) from t with no data;
create view cte as with x(k) as (select id from t), y as (select x.*, 'a'::text as lit from x) select * from y;
create view branches as select id as one from t union all select 2.5;
create recursive view r(n) as select 1 union all select n + 1 from r where n < 3;
create view rows_of as values (1, 'a'), (2, 'b');
create view row_of(p, q) as values ((1), (2));
create view single as values (1), (2);
create view vals(e, f) as select * from (values (1, 'a')) x(c, d);
-- @exact 9 a view whose columns are not known states none, and is no gap
create view f as select * from generate_series(1, 3) g;
create view s as select * from pg_class;
create view l(a, b) as select 1, g.* from generate_series(1, 3) g;
create view later as select * from f;
-- @exact 9 a view that is replaced keeps its columns
create table t(id int, a text);
create view v as select * from t;
create or replace view v as select id, a, 1 as one from t;
create or replace view v as select *, now() as at from (select id, a from t) v1(id, a) join lateral (select 1 as one) o on true
  where false union all select null, null, null, null where false;
-- @exact 9 a column of a view is renamed
create table t(id int, a text);
create view v as select * from t;
alter view v rename column a to b;
create view f as select * from json_each('{}');
alter table f rename column key to k;
alter view v rename to w;
create view over as select * from w;
-- @exact 9 what is renamed goes with CASCADE all the same
create table t(id int, a text);
create view v as select * from t;
create view over as select a from v;
create view kept as select id from t;
alter table t rename column a to b;
alter table t rename to u;
alter table u drop column b cascade;
create view natural_one as select count(*) as n from u natural join (select 1 as id) x;
alter table u drop column id cascade;
-- @exact 9 a table that is renamed goes with its views
create table t(id int);
create view v as select * from t;
alter table t rename to u;
drop table u cascade;
-- @exact 9 a column that is added later takes no view with it
create table t(id int);
create view v as select * from t;
alter table t add column late int;
alter table t drop column late cascade;
-- @exact 9 a view goes with the type of a column
create type mood as enum ('a', 'b');
create table t(id int, m mood);
create view v as select * from t;
create view w as select id, 'a'::mood as m from t;
drop type mood cascade;
-- @exact 9 a type that is renamed is renamed in views
create type mood as enum ('a', 'b');
create domain short as varchar(5);
create table t(id int, m mood, s short);
create view v as select * from t;
alter type mood rename to temper;
alter domain short rename to brief;
-- @exact 12 casts in checks, indexes, predicates and computed columns are written as they are needed
create domain code as varchar(9) check (lower(value::text) <> 'none');
create type mood as enum ('a', 'b');
create table t(id int, x jsonb, s varchar(9), d text, n text, m mood,
  g int generated always as ((x ->> 'g')::int) stored,
  check ((x ->> 'b')::int > 0), check (s::text in ('a', 'b')), check (n = '5'),
  constraint moody check (m in ('a'::mood, 'b'::mood)), constraint casted check (cast(d as numeric(6,2)) > 1.5));
create index on t (((x ->> 'i')::bigint), id) where (x ->> 'p')::boolean;
create unique index t_u on t (lower(s::text)) where n::int between 1 and 5;
-- @exact 12 casts follow what is renamed
create type mood as enum ('a', 'b');
create table t(id int, text text, x jsonb, m mood, g int generated always as ((x ->> 'g')::int + text::int) stored,
  constraint c check ((x ->> 'b')::int > 0 and text::text <> 'x'), constraint moody check (m in ('a'::mood, 'b'::mood)));
create index t_i on t (((x ->> 'i')::int));
alter table t rename column x to y;
alter table t rename column text to words;
alter type mood rename to temper;
-- @exact 9 a table like a view has its columns
create table t(id int not null default 1, a varchar(5) check (a <> ''));
create view v as select *, 1 as one from t;
create table u (like v including all, more int not null);
-- @open 9 a table like a view whose columns are not known
create view f as select * from json_each('{}');
create table u (like f, more int not null);
-- @open 13 a function that alters a table is called in rows
create table t(id int);
create table o(id int);
create function add_col(tbl text) returns int language plpgsql as $$ begin execute format('alter table %I add column a text', tbl); return 1; end $$;
insert into t values (add_col('o'));
-- @open 13 such a function is called in an update
create table t(id int);
create table o(id int);
insert into t values (1);
create function f() returns int language plpgsql as $$ begin alter table o add column a text; return 1; end $$;
update t set id = f();
-- @open 13 such a function is the default of a column
create table o(id int);
create function f() returns int language plpgsql as $$ begin alter table o add column if not exists a text; return 1; end $$;
create table t(id int, n int default f());
insert into t (id) values (1);
-- @open 13 such a function is called by another one
create table o(id int);
create function g() returns int language sql as 'select 1';
create function f() returns int language plpgsql as $$ begin return g(); end $$;
create or replace function g() returns int language plpgsql as $$ begin alter table o add column a text; return 1; end $$;
values (f());
-- @open 13 a trigger comes to run such a function
create table t(id int);
create table o(id int);
create function f() returns trigger language plpgsql as $$ begin return new; end $$;
create trigger tr before insert on t for each row execute function f();
create or replace function f() returns trigger language plpgsql as $$ begin alter table o add column a text; return new; end $$;
insert into t values (1);
-- @open 13 such a function runs once, often or not at all
create table t(id int);
create table o(id int);
create function f() returns int language plpgsql as $$ begin alter table o add column a text; return 1; end $$;
select f() from t;
-- @open 13 such a function stands in a view and in a prepared statement
create table o(id int);
create function f() returns int language plpgsql as $$ begin alter table o add column if not exists a text; return 1; end $$;
prepare p as select f();
execute p;
-- @exact 13 a function that changes nothing is called in rows
create table t(id int, created_at timestamptz);
create function f() returns int language plpgsql as $$ declare n int; begin select count(created_at) into n from t; return n; end $$;
insert into t values (f());
-- @exact 13 rights and remarks call no function
create table t(id int);
create function f() returns int language plpgsql as $$ begin alter table t add column a text; return 1; end $$;
comment on function f() is 'f()';
grant execute on function f() to public;
drop function f();
-- @exact 14 DROP SEQUENCE CASCADE takes the defaults that call it
create sequence s;
create sequence r;
create table t(id int default nextval('s'), a int not null default nextval('s'::regclass), b int default nextval('r'), c int default 3);
create table u(id int);
alter table u alter id set default nextval('s');
alter sequence s rename to s2;
alter table t rename a to z;
drop sequence s2 cascade;
-- @exact 14 DROP TABLE CASCADE takes the defaults that call its sequence
create table t(id serial);
create table u(id int default nextval('t_id_seq'), n int default nextval('t_id_seq'));
alter table u alter n drop default;
drop table t cascade;
-- @open 14 a default that does more than to call the sequence
create sequence s;
create table t(id text default 'A' || nextval('s'), n int);
drop sequence s cascade;
-- @exact 15 DEFAULT NULL stands over the default of a domain
create domain d as int default 3;
create table t(a d default null, b d, c d default 4);
alter table t alter c set default null;
-- @exact 15 DROP IDENTITY IF EXISTS keeps a default
create table t(id int not null default 3, n int generated always as identity);
alter table t alter id drop identity if exists, alter n drop identity if exists;
-- @exact 15 IS DISTINCT FROM NULL
create table t(a int check (a is distinct from null), b int);
create index t_b on t (b) where b is distinct from null;
-- @exact 15 SET LOCAL lasts as long as the transaction
create schema s;
set local search_path = s;
create table outside(id int);
begin;
set local search_path = s;
create table inside(id int);
commit;
create table behind(id int);
-- @open 15 a view of a temporary table is temporary
create temporary table w(id int);
create view v as select id from w;
create table t(id int);
-- @exact 15 a list names the first columns of a view
create table t(a int, b int);
create view v (x) as select a, b from t;
-- @exact 15 actions of one statement in the order of the server (until 17)
create table t(id int not null, a int, b text);
alter table t add primary key (id), alter id drop not null, alter a set default 3, alter a type bigint;
alter table t alter b set default 'x', alter b drop default, add c int, drop column a, add column a text;
-- @exact 15 actions of one statement in the order of every server
create table t(id int not null, a int, b text);
alter table t add primary key (id), alter a set default 3, alter a type bigint;
alter table t alter b set default 'x', alter b drop default, add c int, drop column a, add column a text;
-- @exact 15 a temporary sequence goes with the session, and the defaults that call it
create temporary sequence s;
create table t(id int default nextval('s'));
discard temp;
-- @exact 15 a key without a name takes over that of another one over the same columns
create table t(id int primary key, constraint r unique (id));
alter table t drop constraint r;
-- @exact 15 views follow what they name to its new name
create table t(id int, a int);
create view v as select a from t;
create view w as select * from t;
create view x as select id from t;
alter table t rename a to b;
alter table t rename to u;
alter table u drop column b cascade;
-- @open 15 whether a name with a schema is taken hangs on the search path
create schema s;
create table t(id int);
create table if not exists s.t(a int);
-- @open 15 a copy of what is not known
create table a(id int);
create table b as select * from a;
create table c(like b);
-- @exact 15 a foreign key to a table without a key is refused
create table t(id int);
do $$ begin create table u(id int, foreign key (id) references t); exception when undefined_object then null; end $$;
-- @exact 15 a domain with a time or a null for its default
create domain d as time default '12:00';
create domain n as text default null::text;
create table t(a d, b n);
-- @open 15 the catalog holds more than the script has made
do $$ begin if (select count(*) from pg_class) > 0 then create table t(id int); end if; end $$;
-- @exact 15 a table that is named twice is dropped once
create temporary table t(id int);
create table t(a int);
drop table t, t cascade;
discard temp;
-- @open 16 a program puts together the type of a column
create table note(id int, title varchar(20));
do $$ begin execute 'alter table note alter title type varchar(' || 25 * 2 || ')'; end $$;
-- @open 16 and of a domain its default
create domain d as int default 3;
create table t(a d);
do $$ begin execute 'alter domain d set default ' || 25 * 2; end $$;
-- @exact 16 of literals and variables the whole text is known
create table note(id int, title varchar(20));
do $$ declare n int := 50; begin execute 'alter table note alter title type varchar(' || n || ')'; end $$;
-- @exact 16 literals over domains are kept as those of their types
create domain b as boolean;
create domain bb as b default '1';
create domain n as int;
create domain m as numeric(6,2) default '1.5';
create table t(w boolean default '0', x b default '1', y bb, z bb default 'no', i n default '7', j n default 7, k m, l m default '2.50');
-- @open 16 what is renamed may be in a schema that was left open
create schema s3;
create table t(id int);
create function f() returns int language plpgsql as $$ begin create table s3.v(id int); return 1; end $$;
select f() from (values (1)) one;
create view v as select 1 as one;
alter table s3.v rename to w;
-- @exact 14 a serial keeps its numbers under a type that no serial has
create table t (id bigserial, a int);
create table u (id serial primary key);
alter table t alter id type numeric;
alter table u alter id type text;
-- @open 14 a sequence goes with a table of which nothing is known any more
create table t (id int, b bigint);
do $$ declare n text; begin for n in select relname from pg_class where relname like 't_' loop execute format('alter table %I add column w int', n); end loop; end $$;
create sequence q owned by t.b;
drop table t cascade;
