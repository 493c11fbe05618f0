package dev.schemaguard.database.mysql.catalog;

import dev.schemaguard.embedded.MysqlDatabase;
import dev.schemaguard.embedded.TestMysql;
import java.util.ArrayList;
import java.util.List;

/** A database with every type and every fact that the servers have. */
final class Everything {

    private static final List<String> BOTH = List.of(
            """
            create table parent (id bigint unsigned not null auto_increment primary key, code varchar(20) not null, a int, b int,
              unique key uq_code (code), key k_ab (a, b))""",
            """
            create table types (id int primary key auto_increment, c_bool boolean, c_tiny tinyint, c_tinyu tinyint unsigned,
              c_small smallint, c_med mediumint, c_int int(11), c_intz int(5) zerofill, c_big bigint, c_bigu bigint unsigned,
              c_dec decimal(12,3), c_decu decimal(10,2) unsigned, c_num numeric, c_float float, c_f72 float(7,2), c_double double,
              c_real real, c_bit bit, c_bit8 bit(8), c_char char(10), c_char0 char, c_varchar varchar(255), c_bin binary(16),
              c_varbin varbinary(100), c_tb tinyblob, c_blob blob, c_mb mediumblob, c_lb longblob, c_tt tinytext, c_text text,
              c_mt mediumtext, c_lt longtext, c_enum enum('a','b''c','d,e','f\\\\g'), c_set set('x','y','z'), c_json json, c_date date,
              c_time time, c_time3 time(3), c_dt datetime, c_dt6 datetime(6), c_ts timestamp null, c_ts6 timestamp(6) null,
              c_year year, c_geo geometry, c_point point, c_lat varchar(20) character set latin1,
              c_bincoll varchar(20) collate utf8mb4_bin, c_nvarchar nvarchar(7), c_lv long varchar)""",
            """
            create table defaults (id int primary key, d_int int default 5, d_neg int not null default -1,
              d_dec decimal(10,2) default 1.50, d_text varchar(20) default 'anon', d_quote varchar(20) default 'it''s',
              d_bs varchar(20) default 'a\\\\b', d_empty varchar(5) not null default '', d_null varchar(5) default null,
              d_nullt varchar(10) default 'NULL', d_now datetime default current_timestamp,
              d_now6 datetime(6) not null default now(6) on update now(6),
              d_ts timestamp not null default current_timestamp on update current_timestamp,
              d_upd datetime null on update current_timestamp, d_bool boolean not null default true, d_bit bit(1) default b'1',
              d_bit8 bit(8) default b'101', d_enum enum('a','b') default 'b', d_enumnn enum('a','b') not null,
              d_set set('x','y') default 'x,y', d_date date default '2020-01-02', d_year year default 2020,
              d_expr varchar(40) default (uuid()), d_exprn int default (1 + 2), d_dbl double default 1e10,
              d_bin binary(3) default 'ab', d_today date default (current_date), d_uni varchar(10) default 'é',
              d_dt datetime default '2020-01-01 00:00:00', d_cat varchar(50) default (concat('a', upper('é'))),
              d_word varchar(30) default 'current_timestamp', d_num varchar(9) default '007')""",
            """
            create table computed (id int primary key, a int, b int, s int generated always as (a + b * 2) stored,
              v int as (a * 2) virtual, fn varchar(60) as (concat(`a`, '-', lower('X'))), name varchar(50),
              ck varchar(30) as (coalesce(name, 'none')) stored)""",
            """
            create table checks (id int primary key, status varchar(10) check (status in ('a','b','c')), n int, m int,
              constraint n_pos check (n > 0), constraint n_m check (n < m or m is null), constraint len check (char_length(status) > 2),
              constraint bt check (n between 1 and 10), constraint lk check (status like 'a%' and not (status = 'x')),
              constraint quoted check (status <> 'it''s \\\\ "'))""",
            """
            create table idx (id int primary key, t varchar(300), u varchar(100), x int, y int, g geometry not null, full_t text,
              unique key u_pre (u(10)), unique key u_xy (x, y), key k_desc (x desc, y), key k_pre (t(20)), fulltext key ft (full_t),
              spatial key sp (g))""",
            """
            create table child (id int primary key, parent_id bigint unsigned, code varchar(20), a int, b int,
              constraint fk_p foreign key (parent_id) references parent(id) on delete cascade on update set null,
              constraint fk_code foreign key (code) references parent(code),
              constraint fk_ab foreign key (a, b) references parent (a, b) on delete restrict on update no action)""",
            "create table pkpre (t varchar(100), x int, primary key (t(10), x))",
            """
            create table parts (id int not null, d date not null, primary key (id, d))
              partition by range (year(d)) (partition p0 values less than (2020), partition p1 values less than maxvalue)""",
            "create table Mixed (ID int primary key, `Weird ``Name` int, `group` varchar(5), inv int invisible)",
            "create table heap1 (id int primary key, k int, key h using hash (k)) engine=memory",
            "create table serials (id serial, x int)",
            "create table nopk (x int)",
            "create view v_simple as select id, code from parent",
            "create view v_agg as select code, count(*) c from parent group by code",
            "create trigger trg before insert on checks for each row set new.n = coalesce(new.n, 1)");

    private static final List<String> MYSQL = List.of("""
            create table own (id int primary key, a varchar(50), b varchar(50), j json, unique key ue ((lower(a))),
              key ke ((upper(b))), key kinv (b) invisible, key mv ((cast(j->'$.ids' as unsigned array))),
              constraint nenf check (a <> b) not enforced, geo point srid 4326)""");

    private static final List<String> MARIADB = List.of(
            "create sequence sq start with 5 increment by 10",
            """
            create table own (id int primary key default nextval(sq), a varchar(50), u uuid, i4 inet4, i6 inet6,
              d2 int default (id + 1), key kign (a) ignored)""",
            "create table versioned (id int primary key, x int) with system versioning");

    private Everything() {}

    static MysqlDatabase on(TestMysql server) {
        List<String> statements = new ArrayList<>(BOTH);
        statements.addAll(server == TestMysql.MARIADB ? MARIADB : MYSQL);
        return server.database(statements.toArray(String[]::new));
    }
}
