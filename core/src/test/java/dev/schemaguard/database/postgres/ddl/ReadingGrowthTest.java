package dev.schemaguard.database.postgres.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Databases;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.migrations.DdlSource;
import java.lang.management.ManagementFactory;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A script of four times the length costs four times as much, whatever it is made of: a reader that looks through all tables
 * for each statement would take sixteen times as much.
 */
@Tag("growth")
class ReadingGrowthTest {

    private static final com.sun.management.ThreadMXBean COSTS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final int FEW = 300;

    /** Four, and room for what does not grow evenly, such as the tables of maps. */
    private static final double MOST = 6;

    /** What scripts consist of; statements that are not alike in what they look for. */
    private enum Script {
        COLUMNS(n -> "create table t (" + lines(n, i -> "c" + i + " serial unique, ") + "id int);"),
        ADDED_COLUMNS(n -> "create table t (id int);" + lines(n, i -> "alter table t add column c" + i + " int;")),
        UNNAMED_CHECKS(n -> "create table t (id int" + lines(n, i -> ", check (id <> " + i + ")") + ");"),
        UNNAMED_FOREIGN_KEYS(
                n -> "create table t (id int primary key" + lines(n, i -> ", foreign key (id) references t") + ");"),
        UNNAMED_INDEXES(n -> "create table t (id int);" + lines(n, i -> "create index on t (id);")),
        INDEX_PARTS(n -> "create table t (id int); create index on t (id" + lines(n, i -> ", id") + ");"),
        LABELS(n -> "create type e as enum ('a'" + lines(n, i -> ", 'l" + i + "'") + "); create table t (e e);"),
        DROPPED_TABLES(n -> lines(n, i -> "create table t" + i + " (id serial primary key, p int references t0);")
                + lines(n - 1, i -> "drop table t" + (i + 1) + " cascade;")),
        DROPPED_COLUMNS(n -> lines(n, i -> "create table t" + i + " (id int, a serial);")
                + lines(n, i -> "alter table t" + i + " drop column a;")),
        DROPPED_INDEXES(
                n -> lines(n, i -> "create table t" + i + " (id int); create index i" + i + " on t" + i + " (id);")
                        + lines(n, i -> "drop index i" + i + ";")),
        DROPPED_TYPES(n ->
                lines(n, i -> "create type e" + i + " as enum ('a'); create table t" + i + " (id int, e e" + i + ");")
                        + lines(n, i -> "drop type e" + i + " cascade;")),
        RENAMED_TABLES(n -> lines(n, i -> "create table t" + i + " (id serial primary key, p int references t0);")
                + lines(n - 1, i -> "alter table t" + (i + 1) + " rename to r" + i + ";")),
        RENAMED_INDEXES(
                n -> lines(n, i -> "create table t" + i + " (id int); create index i" + i + " on t" + i + " (id);")
                        + lines(n, i -> "alter index i" + i + " rename to j" + i + ";")),
        RENAMED_SCHEMA(n -> lines(n, i -> "create table s.t" + i + " (id serial primary key, p int references s.t0);")
                + "alter schema s rename to z;"),
        SCHEMAS(n -> lines(
                n,
                i -> "create table s" + i + ".t (id serial primary key, a int unique, check (a > 0));"
                        + " create index on s" + i + ".t (a);")),
        PARTITIONS(n -> "create table t (id int primary key, check (id > 0)) partition by range (id);"
                + lines(
                        n,
                        i -> "create table t" + i + " partition of t for values from (" + i + ") to (" + (i + 1) + ");")
                + "create index on t (id); alter table t add b int unique;"),
        CHILDREN_OF_CHILDREN(n -> "create table t0 (id int);"
                + lines(n, i -> "create table t" + (i + 1) + " () inherits (t" + i + ");")
                + "alter table t0 add check (id > 0);"),
        GAPS(n -> lines(n, i -> "alter table t" + i + " add column a int;")
                + lines(n - 1, i -> "drop table t" + (i + 1) + ";")),
        CONTINUED_LITERALS(n -> "create table t (a text default 'a'" + lines(n, i -> "\n'b" + i + "'") + ");"),
        QUESTIONS(n -> lines(
                n,
                i -> "do $$ begin if not exists (select from pg_class where relname = 't" + i + "') then create table t"
                        + i + " (id int); end if; end $$;"));

        private final IntFunction<String> text;

        Script(IntFunction<String> text) {
            this.text = text;
        }

        private static String lines(int count, IntFunction<String> line) {
            return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void allocatesFourTimesAsMuchForFourTimesTheScript(Script script) {
        read(script, FEW);
        long few = allocated(script, FEW);
        long many = allocated(script, 4 * FEW);

        assertThat((double) many / few).isLessThan(MOST);
    }

    /** Looking for something allocates nothing, so the time is looked at, too; at the best of some tries, for it varies. */
    @ParameterizedTest
    @EnumSource(names = {"DROPPED_TABLES", "RENAMED_INDEXES", "SCHEMAS", "DROPPED_COLUMNS"})
    void takesFourTimesAsLongForFourTimesTheScript(Script script) {
        double best = Double.MAX_VALUE;
        for (int attempt = 0; attempt < 5 && best >= 2 * MOST; attempt++) {
            double few = time(script, 2 * FEW);
            best = Math.min(best, time(script, 8 * FEW) / few);
        }

        assertThat(best).isLessThan(2 * MOST);
    }

    @Test
    void followsChildrenDeeperThanAStackIs() {
        String children = Script.CHILDREN_OF_CHILDREN.text.apply(10_000);

        Schema schema = read(children + " drop table t0 cascade; create table other (id int);");

        assertThat(schema.tables())
                .singleElement()
                .satisfies(table -> assertThat(table.name()).hasToString("other"));
    }

    @Test
    void endsProgramsThatLoopForEver() {
        Schema schema = read(
                "create table t (id int); do $$ begin for i in 1..9999 loop for j in 1..9999 loop"
                        + " for k in 1..9999 loop alter table t add column if not exists a int; end loop; end loop; end loop; end $$;");

        assertThat(schema.gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.reason()).contains("do too much"));
    }

    @Test
    void endsTextsThatDoubleThemselves() {
        String doubling = IntStream.range(0, 18)
                .mapToObj(i -> "v" + (i + 1) + " text := v" + i + " || v" + i + ";")
                .collect(Collectors.joining(" "));
        Schema schema = read("create table t (id int); do $$ declare v0 text := 'xxxxxxxxxxxxxxxxxxxx'; " + doubling
                + " begin execute v18; end $$;");

        assertThat(schema.gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.reason()).contains("put together of too much"));
    }

    private static long allocated(Script script, int count) {
        String text = script.text.apply(count);
        long before = COSTS.getThreadAllocatedBytes(Thread.currentThread().getId());
        read(text);
        return COSTS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }

    private static double time(Script script, int count) {
        String text = script.text.apply(count);
        long before = COSTS.getCurrentThreadCpuTime();
        read(text);
        return COSTS.getCurrentThreadCpuTime() - before;
    }

    private static void read(Script script, int count) {
        assertThat(read(script.text.apply(count)).tables()).isNotEmpty();
    }

    private static Schema read(String text) {
        return DdlSource.of(SourceText.text("script.sql", text)).load(Databases.assumed());
    }
}
