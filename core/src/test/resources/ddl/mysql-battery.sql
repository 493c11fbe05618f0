-- Scripts that MySQL and MariaDB run, to be held against what is read of them. `-- @exact` has to be read wholly, `-- @open` holds
-- something that only the server knows. (mysql) and (mariadb) at the end of a name: only there.

-- @exact 01 types of numbers
create table t (
  a int, b int(11) unsigned not null, c bigint(20) zerofill, d tinyint(1), e bool, f boolean not null default true,
  g smallint signed, h mediumint(5) unsigned, i integer, j int4, k int8 unsigned, l decimal, m decimal(10), n dec(12,4) unsigned,
  o numeric(5,2) default 1, p fixed(3), q float, r float(30), s float(7,3), t double, u double precision, v real, w bit, x bit(8),
  y tinyint(1) unsigned, z middleint
);

-- @exact 02 types of texts and bytes
create table t (
  a char, b char(5), c varchar(20), d character varying(3), e tinytext, f text, g mediumtext, h longtext, i text(70000), j blob(70000),
  k binary, l binary(16), m varbinary(20), n tinyblob, o blob, p mediumblob, q longblob, r long varchar, s national char(3),
  t nvarchar(4), u char(3) binary, v varchar(9) character set latin1, w varchar(9) charset utf8 collate utf8_bin, x char(4) ascii,
  y varchar(5) character set binary, z text character set latin1 collate latin1_german1_ci
) default charset=utf8mb4;

-- @exact 03 types of times, and others
create table t (
  a date, b time, c time(3), d datetime, e datetime(6) not null, f year, g year(4), h json, i geometry, j point, k timestamp null,
  l timestamp(3) null default null
);

-- @exact 04 columns that list their values
create table t (
  a enum('x','y') not null, b enum('x', 'it''s', "z", 'back\\slash'), c set('p','q') not null default 'p', d enum('a','b') default 'B',
  e enum('only') not null primary key, f enum('a ','b') charset latin1
);

-- @exact 05 defaults
create table t (
  c varchar(3) default 5, d decimal(10,2) default 1, d2 decimal(10,2) not null default '0', e datetime default '2000-01-01', f bit default 1,
  g bit(4) default b'0101', h int default '7', i bool default true, j double default 1.50, k float default '3', l year default 1999,
  m date default '2020-01-02', n time default '01:02:00', o varchar(9) default "it's", p int default 0x10, q varchar(3) default 0x41,
  r timestamp null default now(), s datetime(3) default current_timestamp(3) on update now(3), t varchar(9) charset latin1 default 'x',
  u int default -1, v int default (1+1), w varchar(40) default (uuid()), x varchar(9) default '', y varchar(9) default 'null', z int default null,
  aa bigint unsigned default 18446744073709551615, bb timestamp not null default '2000-01-01 00:00:01',
  cc datetime default localtimestamp, dd varchar(20) default 'a\\b', ee char(5) default 'a  ', ff int not null default +3,
  gg varchar(10) default 'line\nnext', hh int default 1.0, ii decimal(5,1) default 2.50, jj double default 1e3, kk date default '20200102'
);

-- @exact 06 keys within columns and on their own
create table t (
  id int auto_increment primary key, a int unique, b int unique key, c varchar(100), d varchar(200) not null, e int, f int, g text,
  key (a), key (a), index named (b, c), unique (c(10)), unique key uc (d(20), e), unique u2 (e, f), key k using btree (f) comment 'x',
  fulltext key ft (g), fulltext (c), index desc_ix (e desc, f asc), constraint sym unique (f), key kk (f) using hash
) engine=innodb;

-- @exact 07 a primary key over a prefix
create table t (a varchar(300), b int, primary key (a(10), b));

-- @exact 08 foreign keys and the indexes that the server makes
create table p (id int primary key, a int, b int, key ab (a,b), unique (b));
create table c1 (x int, y int, foreign key (x) references p(id), constraint fkc foreign key (y) references p(a) on delete cascade on update set null);
create table c2 (x int, y int, foreign key (x) references p(id), key own (x,y), foreign key (y) references p(b) on delete set null);
alter table c2 add key newy (y,x);
create table c3 (x int, y int, key (x), constraint c foreign key named (x) references p(id) on delete restrict);
alter table c3 add foreign key (y) references p (a) on update no action;
create table c4 (id int primary key, up int, foreign key (up) references c4 (id));

-- @exact 09 checks
create table t (
  a int check (a > 0), b int, c varchar(10) check (c in ('x','y')), check (b between 1 and 5), constraint named check (a < b or b is null),
  check (length(c) > 1 and c <> 'z')
);

-- @exact 10 checks that are not enforced (mysql)
create table t (a int, check (a > 0) not enforced, constraint x check (a < 9) not enforced);
alter table t alter check x enforced;

-- @exact 11 computed columns
create table t (
  a int, b int generated always as (a + 1) virtual, c int as (a * 2) stored, d varchar(20) as (concat('x', a)), e json,
  f varchar(30) generated always as (json_unquote(json_extract(e, '$.name'))) stored, g int as (a) comment 'c', key (b)
);

-- @exact 12 serial
create table t (id serial, a int);
create table u (id bigint unsigned serial default value, a int, primary key (a));

-- @exact 13 words that are names, and names of any kind
create table `order` (`key` int, `index` varchar(3), `a``b` int, `sp ace` int, `select` int, status int, name int, type int, value int, date date,
  `offset` int, 2fa int, a$b int, comment int, `über` int);
create index `my idx` on `order` (`sp ace`, `a``b`);

-- @exact 14 comments of all kinds
create table t (a int, -- a comment; with a semicolon
  b int, # it's another
  /* and 'one' ; more */ c int,
  d int /*! unsigned */ not null /*!50000 comment 'x' */ /*!999999 nonsense */
) /*!40100 default charset=utf8mb4 */;
--
-- $$ DELIMITER in a comment is none

-- @exact 16 another delimiter, and a body that makes no table
create table t (a int);
DELIMITER //
create procedure p() begin declare x int; select count(*) into x from t; if x > 1 then insert into t values (1); end if; end//
create function f(a int) returns int deterministic begin case a when 1 then return 2; else return 3; end case; end //
create trigger tr before insert on t for each row begin set new.a = 1; end;//
DELIMITER ;
create table u (b int);

-- @exact 17 bodies without another delimiter
create table t (a int);
create procedure p() begin declare x int; select count(*) into x from t; while x > 1 do set x = x - 1; end while; end;
create trigger tr before insert on t for each row set new.a = 1;
create table u (b int);

-- @exact 18 alter table, columns (mysql)
create table t (a int, b varchar(10) not null default 'x', c int, d int, e int, key (c), key de (d, e), unique uq (e, a));
alter table t add column f int not null after a, add g varchar(5) first, add (h int, i int unsigned);
alter table t modify b varchar(20) null, change column c cc bigint not null default 3, drop column d;
alter table t alter a set default 5, alter column f drop default, modify column h int not null comment 'x' after a;
alter table t drop e, rename column i to ii;
alter table t ADD COLUMN `J` int;
alter table t modify j bigint;

-- @exact 19 alter table, keys
create table t (id int not null, a int, b int, c varchar(50), key (a), key kb (b));
alter table t add primary key (id), add index (c), add unique key (a, b), add key kc (c(5)), drop key kb, add constraint cu unique (b);
alter table t drop primary key, add primary key (id, a), rename index kc to kcc, drop index cu;
create unique index un on t (c);
create fulltext index ft on t (c);
drop index un on t;

-- @exact 20 alter table, rules
create table p (id int primary key);
create table t (a int, b int);
alter table t add constraint fk foreign key (a) references p (id), add foreign key (b) references p (id), add constraint ck check (a > 1);
alter table t drop foreign key fk, drop constraint ck;
alter table t add check (b > 2);
alter table t drop foreign key t_ibfk_1;

-- @exact 21 renaming
create table p (id int primary key);
create table a (x int, foreign key (x) references p (id));
create table b (y int);
rename table a to c, b to a;
alter table c rename to d, add z int;
alter table d drop foreign key d_ibfk_1;
alter table p rename pp;
create table e (x int, foreign key (x) references pp (id));

-- @exact 22 character sets of tables
create table t (a varchar(5), b text, c varchar(5) charset ascii, d int) charset=latin1;
alter table t add e varchar(3), default charset=utf8mb4, add f enum('x');
create table u (a varchar(5), b char(5) collate utf8mb4_general_ci) collate=utf8mb4_unicode_ci;
alter table u convert to character set latin1;
create table v (a varchar(5) collate utf8mb4_bin);

-- @exact 23 copies of tables
create table p (id int primary key);
create table t (id int auto_increment primary key, a varchar(10) default 'x', b int, key (a), unique (b), foreign key (b) references p (id), check (b > 0));
create table u like t;
create table v (like t);

-- @exact 24 what is there already, and what is dropped
create table if not exists t (a int);
create table if not exists t (a int, b int);
create table u (x int);
create temporary table tmp (a int);
insert into tmp values (1);
drop table if exists u, w;
drop temporary table tmp;
create view v as select a from t;
drop view if exists v;

-- @exact 25 views
create table t (a int, b varchar(3));
create view v1 as select a, b as bb, t.a as `c c`, 1 as one, a x, count(*) n from t group by a, b;
create or replace algorithm=merge definer=current_user sql security invoker view v2 (p, q) as select a, b from t where a in (select a from t);
create view v3 as select * from t;
create view v4 as select distinct t.a, (select max(b) from t) as m from t union select 1, 2;
create view v5 as select a + 1, b from t;
alter view v1 as select a from t;

-- @exact 26 partitions and other options
create table t (a int not null, b date not null, primary key (a, b)) engine=InnoDB auto_increment=5 comment='it''s' row_format=dynamic
  partition by range (year(b)) (partition p0 values less than (2000), partition p1 values less than maxvalue);
alter table t drop partition p0;
alter table t add column c int, algorithm=inplace, lock=none;
create table u (a int) engine=myisam checksum=1 default character set = latin1 collate = latin1_bin;
alter table u engine = innodb, order by a;
create table m (a int, key (a), key b using btree (a), unique (a)) engine=memory;

-- @exact 27 foreign keys of an engine that keeps none
create table p (id int primary key) engine=myisam;
create table t (a int, foreign key (a) references p (id)) engine=myisam;

-- @exact 28 what a dump holds
/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40103 SET TIME_ZONE='+00:00' */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
DROP TABLE IF EXISTS `t`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `t` (
  `id` int NOT NULL AUTO_INCREMENT,
  `name` varchar(45) NOT NULL DEFAULT '',
  `ts` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  KEY `idx` (`name`)
) ENGINE=InnoDB AUTO_INCREMENT=201 DEFAULT CHARSET=utf8mb4;
LOCK TABLES `t` WRITE;
/*!40000 ALTER TABLE `t` DISABLE KEYS */;
INSERT INTO `t` VALUES (1,'it\'s; "x"','2006-02-15 04:34:33'),(2,'-- no comment /*','2006-02-15 04:34:33');
/*!40000 ALTER TABLE `t` ENABLE KEYS */;
UNLOCK TABLES;
/*!50001 CREATE VIEW `v` AS SELECT 1 AS `id`, 1 AS `name`*/;
/*!50001 DROP VIEW IF EXISTS `v`*/;
/*!50001 CREATE ALGORITHM=UNDEFINED */
/*!50013 DEFINER=`root`@`127.0.0.1` SQL SECURITY DEFINER */
/*!50001 VIEW `v` AS select `t`.`id` AS `id`,`t`.`name` AS `name` from `t` */;
/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;

-- @exact 29 double quotes around names
set sql_mode = 'ANSI_QUOTES';
create table "t" ("a" int, "b b" varchar(3) default 'x');
set sql_mode = '';
create table u (a varchar(3) default "x");

-- @exact 30 columns in keys that are dropped (mysql)
create table t (a int, b int, c int, primary key (a, b), unique u (b, c), key k (c), key kk (c, b));
alter table t drop primary key;
alter table t drop c;

-- @exact 31 timestamps by themselves (mysql)
create table t (a timestamp, b timestamp not null, c timestamp default current_timestamp, d timestamp not null default current_timestamp on update current_timestamp);

-- @exact 32 timestamps by themselves, where it hangs on the version (mariadb)
create table t (c timestamp default current_timestamp, d timestamp not null default current_timestamp on update current_timestamp, a timestamp, b timestamp not null);

-- @exact 33 statements of MariaDB (mariadb)
create or replace table t (a int);
create or replace table t (a int, b int default (a + 1), c uuid default uuid(), d inet6);
alter table t add column if not exists b int, add column if not exists e int, drop column if exists nope, add index if not exists i (a);
alter table t drop index if exists nope, modify column if exists nope2 int, change column if exists nope3 x int;
alter table if exists nope4 add x int;
create index if not exists i on t (b);
drop index if exists nope on t;
create table u (id int primary key, r int references u (id), j json, check (r > 0));
alter table u modify j text;
create sequence s start with 5 increment by 10;
create sequence if not exists s2 increment = -1 nocache;
alter sequence s increment 20;
drop sequence if exists s3;
create table w (id bigint default nextval(s) primary key);
rename table t to tt;

-- @exact 34 expressions as keys and indexes that are not seen (mysql)
create table t (a int, b varchar(20), key ((a + 1)), key f ((lower(b)), a), unique uf ((upper(b))), key inv (a) invisible, c int invisible);
alter table t alter index inv visible, alter column c set visible;

-- @exact 35 a column that refers to a table (mysql)
create table p (id int primary key);
create table t (a int references p (id), b int);

-- @exact 36 several databases (mysql)
create table t (a int);

-- @open 37 a table of a query
create table t (a int);
create table u as select * from t;
create table w (b int) select a from t;
create table x (c int);

-- @exact 38 a procedure that changes tables
create table t (a int);
create table u (a int);
DELIMITER $$
create procedure p() begin alter table t add b int; end$$
DELIMITER ;
call p();

-- @exact 39 a text that is run
create table t (a int);
create table u (a int);
set @s = 'alter table t add b int';
prepare st from @s;
execute st;
deallocate prepare st;

-- @exact 40 strings side by side, and of other kinds
create table t (a varchar(20) default 'x' 'y', b varchar(20) default N'z', c varchar(9) default _utf8mb4'q', d varbinary(4) default x'4142',
  e varchar(20) default 'a\'b', f varchar(20) default 'a''b', g varchar(20) default '%_\%');

-- @exact 41 enum without a default, in a key and changed
create table t (a enum('x','y'), b enum('p','q') not null, primary key (a));
alter table t modify b enum('q','p','r') not null, add c enum('n','m') not null default 'm';

-- @exact 42 keys that are renamed with their columns
create table t (a int, b int, c int, key (a), check (b > 0), unique (b, a));
alter table t change A x int, rename column c to d;

-- @exact 43 expressions that are renamed with their columns (mariadb)
create table t (a int, b int, c int as (A + b), check (A > 0), unique (b, a));
alter table t change a x int;

-- @exact 44 alter table, columns that are in no other key
create table t (a int, b varchar(10) not null default 'x', c int, d int, key (c), key cd (c, d), unique uq (d));
alter table t add column f int not null after a, add g varchar(5) first, add (h int, i int unsigned);
alter table t modify b varchar(20) null, change column c cc bigint not null default 3, drop column d;
alter table t alter a set default 5, alter column f drop default, modify column h int not null comment 'x' after a;

-- @exact 45 texts that ask the catalog first
create table t (a int, id int, key k (a), key k2 (id));
set @dbname = database();
set @tablename = "t";
set @columnname = "priority";
set @preparedStatement = (select if((select count(*) from information_schema.columns where (table_name = @tablename) and (table_schema = @dbname)
  and (column_name = @columnname)) > 0, "select 1", concat("alter table ", @tablename, " add ", @columnname, " tinyint default 0 after `a`")));
prepare addcol from @preparedStatement;
execute addcol;
deallocate prepare addcol;
set @exist := (select count(index_name) from information_schema.statistics where `table_name` = 't' and `index_name` = 'k' and table_schema = database());
set @sqlstmt := if(@exist > 0, 'alter table `t` drop index `k`', 'select ''INFO: Index already exists.''');
prepare stmt from @sqlstmt;
execute stmt;
select count(*) into @n from information_schema.columns where table_schema = database() and table_name = 't' and column_name = 'nope';
set @q = if(@n > 0, 'alter table t drop column nope', 'do 1');
prepare stmt from @q;
execute stmt;

-- @exact 46 procedures that ask the catalog first
create table t (a int, id int, key k (a), key k2 (id));
create table u (a int, b int);
DELIMITER $$
drop procedure if exists dropIndexIfExists$$
create procedure dropIndexIfExists(in tableName varchar(128), in indexName varchar(128))
begin
  declare index_exists int default 0;
  select count(1) into index_exists from information_schema.statistics where table_name = tableName and index_name = indexName and table_schema = database();
  if index_exists > 0 then
    select concat('INFO: dropping ', indexName);
    set @stmt = concat('alter table ', tableName, ' drop index ', indexName);
    prepare st from @stmt;
    execute st;
    deallocate prepare st;
  else
    select 'nothing';
  end if;
end$$
create procedure addIt() begin declare continue handler for sqlexception begin end; alter table u add b int; alter table u add c int; end$$
create procedure ifNot() begin
  if not exists (select * from information_schema.columns where table_schema = database() and table_name = 'u' and column_name = 'd') then
    alter table u add d int;
  elseif 1 = 1 then alter table u add e int;
  end if;
end$$
DELIMITER ;
call dropIndexIfExists('t', 'k');
call dropIndexIfExists('t', 'nope');
call addIt();
call ifNot();
call ifNot();
drop procedure ifNot;

-- @open 47 a program that asks for rows
create table t (a int);
create table u (a int);
DELIMITER $$
create procedure p() begin if (select count(*) from t) > 0 then alter table t add b int; end if; end$$
DELIMITER ;
call p();

-- @exact 48 texts of queries with values that are not known (mariadb)
create table t (a int);
insert into t values (3);
create sequence s;
select @max := max(a) from t;
execute immediate concat('select setval(s, ', @max, ')');
alter table s rename to s2;
create table u (a int);

-- @open 49 texts that are known only when they run
create table t (a int);
create table u (a int);
set @n = (select 'b' from t union select 'b' limit 1);
set @s = concat('alter table t add ', @n, ' int');
prepare st from @s;
execute st;
alter table u rename to w;
create table x (a int);

-- @open 50 a database that is not known before
set @s = (select concat('create table ', 'q (a int)') from (select 1) d);
prepare st from @s;
execute st;
alter table q rename to r;
create table if not exists z (a int);

-- @exact 51 many kinds of comments, strings and delimiters
-- it's a comment with 'quotes" and ; semicolons
CREATE TABLE a (x int COMMENT 'a;b''c\';d', y varchar(10) default "d;q" comment "x\"y"); # tail's
/* multi
line ; */ CREATE TABLE b (x int) /* ; */;
--
CREATE TABLE c (x int);--	tab
CREATE TABLE d (x int)
;

-- @exact 52 charset words
create table t (a varchar(5) character set 'utf8mb4' collate 'utf8mb4_bin', b text charset utf8mb4, c longtext collate utf8mb4_unicode_ci, d char(3) unicode, e enum('a') character set latin1 collate latin1_bin, f set('a') ) default character set 'utf8mb4' default collate 'utf8mb4_general_ci';
alter table t modify a varchar(6), add g varchar(3) charset latin1, change b bb text;
alter table t character set latin1, add h varchar(4);
alter table t collate latin1_bin;
alter table t add i varchar(4);

-- @exact 53 column order words and several options
create table t (id int primary key comment 'x' , unique index using btree (id), a int null default null comment '', b int default null unique, `c` double(10,2) unsigned not null default '0.00', d decimal(20,6) not null default 0.000000, e timestamp(6) null default null on update current_timestamp(6), f tinyint(4) not null default 0, g bigint(20) unsigned default '0', h float(7,4) default 0, i double default 0, j float default 0.1, k float default '1.5', l time default '00:00:00', m datetime null default '1970-01-01 00:00:00', n datetime(6) default '1970-01-01 00:00:00', o year default null, p char(36) character set ascii not null, q binary(16) default null, r varchar(10) default 0, s smallint(6) default -5, t bit(1) default b'0', u bit(1) default 0, v bit(1) default b'1', w bit default 1);

-- @exact 54 names of keys
create table t (a int, b int, c int, key a (b), key (a), unique key (a), key `b` (c), unique (b), index (c), constraint unique (a, c), constraint x unique y (c, a), constraint z unique (c, b));
alter table t drop index a_2, drop index a_3, drop key y, drop index z;
alter table t add index (a), add unique (a);
alter table t drop index a_2;

-- @exact 55 inline keys and order
create table t (a int unique, b int, key (a), key (b), c int unique key, d int unique comment 'x', primary key (b));
alter table t drop index a_2, drop index d;
alter table t modify c int unique;

-- @exact 56 foreign key names
create table p (id int primary key, b int, key(b));
create table t (id int primary key, a int, b int, c int, constraint fk_1 foreign key (a) references p (id), constraint t_ibfk_5 foreign key (b) references p(id), foreign key (c) references p (b));
alter table t drop foreign key t_ibfk_1;
alter table t add foreign key (c) references p (b) on delete cascade;
alter table t drop foreign key t_ibfk_6, drop key c;
alter table t drop foreign key fk_1;

-- @exact 57 foreign key with own index later dropped
create table p (id int primary key);
create table t (id int primary key, a int, constraint fk foreign key (a) references p (id));
alter table t add index own (a, id);
alter table t drop foreign key fk;
create table t2 (id int primary key, a int, index own (a), constraint fk2 foreign key (a) references p (id));
alter table t2 drop foreign key fk2, drop index own;
create table t3 (a int, b int, unique (a, b), foreign key (a) references p (id), foreign key (b) references p (id));

-- @exact 58 primary keys changed
create table t (a int not null, b int, c int, primary key (a));
alter table t drop primary key, add primary key (a, b), add unique (c);
alter table t change b bb bigint;
alter table t modify a bigint auto_increment;
alter table t modify column c varchar(20) not null first;

-- @exact 59 changes of enum
create table t (a enum('x','y') not null default 'x', b set('a','b') default 'b,a', c enum('x','y') not null, d enum('a','b') null default null);
alter table t modify a enum('x','y','z') not null, alter c set default 'y', alter d set default 'a';
alter table t alter a set default 'z';

-- @exact 60 checks with functions
create table t (a int, b varchar(30), c date, d json,
 check (b regexp '^[a-z]+$'), check (a in (1,2,3)), check (b like 'x%'), check (char_length(b) > 2), check (not (a = 3)), check (c > '2000-01-01'),
 check (a is not null or b is null), check (a between 1 and 10 and b <> ''), check (a + 1 > 2 * a), check (upper(b) = b), check (b not in ('q','r')), check (json_valid(d)), check (a % 2 = 0), check (a <> 5 and a != 7), check (if(a > 1, 1, 0) = 1), check (coalesce(a, 0) >= 0), check (a >= 0 xor b = 'x'), check (cast(b as char) = 'x'), check (isnull(a)), check (case when a > 1 then 1 else 0 end = 1));

-- @exact 61 generated with functions
create table t (a int, b varchar(30), d json, n1 varchar(20) as (concat(b, '-', a)) stored, n2 int as (char_length(b)), n3 date as (date(b)));

-- @exact 62 temporary and like
create temporary table t (a int);
create temporary table t2 like t;
drop table t;
create table t (b int);
create table s select 1 as one limit 0;
drop table s;

-- @exact 63 rename chain
create table a (x int); create table b (y int);
rename table a to tmp, b to a, tmp to b;
alter table a rename as aa, add column z int;

-- @exact 64 index forms (mysql)
create table t (a varchar(100), b varchar(100), c text, d point not null, e int);
create index i1 using btree on t (a(10), b desc);
create unique index i2 on t (a, b(5)) comment 'x' algorithm=inplace lock=none;
create fulltext index i3 on t (a, b);
create spatial index i4 on t (d);
create index i5 on t (e) using btree key_block_size=4;
alter table t add fulltext index i6 (c), add spatial key (d), add index i7 using hash (e), add unique index i8 (e) using btree;
alter table t rename index i7 to i77;
drop index i77 on t algorithm=inplace;

-- @exact 65 prepared in dump style with handler
create table t (a int);
DELIMITER ;;
CREATE TRIGGER trg BEFORE INSERT ON t FOR EACH ROW BEGIN
  DECLARE v INT; -- drop table t;
  IF NEW.a IS NULL THEN SET NEW.a = CASE WHEN 1 = 1 THEN 1 ELSE 2 END; END IF;
END ;;
DELIMITER ;
create table u (a int);

-- @exact 66 dump with definers
create table t (a int, b varchar(10));
/*!50003 SET @saved_sql_mode = @@sql_mode */ ;
/*!50003 SET sql_mode = 'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES' */ ;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER `tr` BEFORE INSERT ON `t` FOR EACH ROW begin
  set new.a = 1;
end */;;
DELIMITER ;
/*!50003 SET sql_mode = @saved_sql_mode */ ;
DELIMITER ;;
CREATE DEFINER=`root`@`localhost` PROCEDURE `pp`(IN a int, OUT b int)
    READS SQL DATA
BEGIN
  SELECT count(*) INTO b FROM t;
END ;;
DELIMITER ;
/*!50001 CREATE TABLE `vv` (`a` tinyint NOT NULL) ENGINE=MyISAM */;
/*!50001 DROP TABLE IF EXISTS `vv`*/;
/*!50001 CREATE ALGORITHM=UNDEFINED */ /*!50013 DEFINER=`root`@`localhost` SQL SECURITY DEFINER */ /*!50001 VIEW `vv` AS select `t`.`a` AS `a` from `t` */;

-- @exact 67 convert
create table t (a varchar(5), b tinytext, c text, d mediumtext, e longtext, f char(3) charset latin1, g enum('a','b'), h int) charset utf8mb3;
alter table t convert to character set utf8mb4 collate utf8mb4_bin;
create table u (a varchar(5), b text, c tinytext) charset utf8mb4;
alter table u convert to character set latin1;

-- @exact 68 views of many kinds
create table t (a int, b varchar(3)); create table u (a int, c int);
create view v1 as select t.a, u.c `see`, (t.a + 1) plus, 'x' lit, now() as ts, count(*) from t join u on t.a = u.a where t.b = 'from' group by t.a, u.c;
create view v2 as select case when a > 1 then 1 else 2 end as kind, a is null as nul, not a as neg, -a as minus, a between 1 and 2 as betw, cast(a as char) c, if(a, 1, 2) i, exists (select 1 from u) e from t;
create view v3 as (select a from t) union (select c from u);
create view v4 as with x as (select a from t) select a from x;
create view v5 as select * from v1;
create view v6 as select distinct b bee from t order by bee limit 3;
create view v7 as select t.*, c from t, u;

-- @exact 69 collate after charset in any order
create table t (a varchar(3) not null collate utf8mb4_bin default 'x' comment 'c' unique, b varchar(3) charset utf8mb4 not null default 'y' collate utf8mb4_unicode_ci, c varchar(3) binary charset latin1, d text binary);

-- @exact 70 an index over each value of an array (mysql)
create table t (a int, j json, key k ((cast(j->'$.x' as unsigned array))), key f ((cast(j->>'$.y' as char(20)))), key (a));

-- @exact 71 keys over the beginning of a column that gets another type
create table t (a varchar(30), b text, c char(3), d varchar(20), key ka (a(2)), unique kb (b(2)), key kc (c(3), a), key kd (d(10)));
alter table t modify a int, change b b2 bigint, modify d varchar(5);

-- @exact 72 a key that is renamed to the name which another would get
create table t (a int, b int, key k (a));
alter table t add key (b), rename index k to b;

-- @exact 73 an index that serves no foreign key, for it is over the beginning of the column
create table p (id varchar(20) primary key);
create table t (id int primary key, p varchar(20), key k (p(2)), constraint f foreign key (p) references p (id));

-- @exact 74 columns that are added beside a conversion
create table t (a varchar(10));
alter table t add column b char(3) collate utf8mb4_bin, convert to character set latin1;

-- @exact 75 checks of a table that another is like (mariadb)
create table t (a int, b int, check (a > 0), constraint c check (b > 0), check (b < 9));
create table u like t;
alter table u drop constraint c;

-- @exact 76 checks of a table that another is like, which get names of their own (mysql)
create table t (a int, b int, check (a > 0), constraint c check (b > 0), check (b < 9));
create table u like t;
alter table u drop constraint u_chk_1;

-- @open 77 constants that are written in another way (mariadb)
create table t (a timestamp null check (a > '2020-01-01'), b year check (b in (1, 2)), c bigint check (c > '7'));

-- @open 78 a table that is changed and renamed at once (mariadb)
create table p (id int primary key, a int);
create table t (p int, foreign key (p) references p (id));
alter table p modify a varchar(10), rename to q;

-- @exact 79 a default of the moment that stays where it is dropped (mariadb)
create table t (a timestamp null default current_timestamp, b int default 1);
alter table t alter a drop default, alter b drop default;

-- @exact 80 a check of a column that no statement drops by its name (mariadb)
create table t (a int check (a > 0), b int, unique a (b));
alter table t drop constraint a;

-- @exact 81 a column that takes the name of a renamed one, each with its check (mariadb)
create table t (a int, b int check (b > 0));
alter table t rename column b to c;
alter table t add column b json;
alter table t rename column a to d;

-- @open 82 checks of a column and of a table by one name (mariadb)
create table t (b int check (b > 0), constraint b check (b < 10));
alter table t rename column b to c;

-- @open 83 the same, of which one is dropped (mariadb)
create table t (b int check (b > 0), constraint b check (b < 10));
alter table t drop constraint b;

-- @open 84 the same, of which the other is defined anew (mariadb)
create table t (b int check (b > 0), constraint b check (b < 10));
alter table t modify b bigint;

-- @open 85 a check of a column that takes the name of another one (mariadb)
create table t (b int check (b > 0), constraint c check (b < 10));
alter table t rename column b to c;
