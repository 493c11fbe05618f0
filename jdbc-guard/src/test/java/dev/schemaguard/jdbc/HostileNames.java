package dev.schemaguard.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.text.Printable;
import java.util.List;

/** A database of which everything that has a name or a text has a hostile one: it would steer terminals, forge lines, hide. */
public final class HostileNames {

    /** Fits into the 63 bytes of a name, with a letter before it. */
    public static final String NASTY = "\u001b]0;p\u0007\u009b1m\r\n::error::p\u200b\u202e\u2028\ue000##vso[t]\u00ad";

    private HostileNames() {}

    /** A database with all that a release would expect. */
    public static TestDatabase whole() {
        return TestPostgres.database(
                sql("create type `e@` as enum ('a@', 'b@')"),
                sql("create domain `d@` as text check (value <> '@')"),
                sql("create sequence `s@`"),
                sql("create table `t@` (`i@` bigint primary key, `e@` `e@` not null default 'a@', `d@` `d@`,"
                        + " `u@` text constraint `k@` unique default '@', constraint `c@` check (`u@` <> '@'))"),
                sql("create index `x@` on `t@` (`u@`) where `u@` <> '@'"),
                sql("create table `g@` (`i@` bigint references `t@`)"),
                sql("create view `v@` as select `i@`, '@'::text as `w@` from `t@`"));
    }

    /** A database that lacks or bends nearly all of it. */
    public static TestDatabase broken() {
        return TestPostgres.database(
                sql("create type `e@` as enum ('a@')"),
                sql("create table `t@` (`i@` integer, `e@` `e@` default 'a@', `d@` integer, `r@` text not null,"
                        + " `u@` text default 'other @')"));
    }

    /** Nothing of it is raw: neither in a line nor at its beginning. */
    public static void assertSeen(String output) {
        List<String> raw = output.lines()
                .filter(line -> !Printable.line(line).equals(line) || line.contains("\u001b"))
                .toList();
        assertThat(raw).isEmpty();
        assertThat(output).doesNotContain("\r");
    }

    /** Of GitHub's form, whose own lines are commands. */
    public static void assertOnlyOwnCommands(String output) {
        assertSeen(output.replaceAll("(?m)^::(error|warning|notice) (file|title)=", "$1 $2="));
    }

    static String sql(String text) {
        return text.replace('`', '"').replace("@", NASTY);
    }
}
