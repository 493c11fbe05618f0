package dev.schemaguard.jdbc.sync;

import dev.schemaguard.database.Databases;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Constraint.Enforcement;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.SqlText;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.UserType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiFunction;

/** Expectations in which a text is more than it claims to be: each hostile text in each place that takes one. */
final class HostileTexts {

    /** Each stands for an expression; MARKER is a file that must not come to be. */
    private static final List<String> EXPRESSIONS = List.of(
            "1, DROP COLUMN n",
            "1; create table pwned()",
            "true); create table pwned(); --",
            "1) STORED; drop table victim; --",
            "1; commit",
            "1\n\\! touch MARKER\n",
            "1 \\! touch MARKER",
            "'a' \\! touch MARKER",
            "1 CHECK (id > 0)",
            "1 REFERENCES victim",
            "(setval('victim_seq', 1000))",
            "setval('victim_seq', 1000) > 0",
            "length(pg_read_file('postgresql.conf')) > 0",
            "lo_create(4712) > 0",
            "lo_import('MARKER') > 0",
            "lo_unlink(4711) > 0",
            "(query_to_xml('drop table victim', true, true, '')) is null",
            "(select setval('victim_seq', 1000)) > 0",
            "(with d as (delete from victim returning 1) select 1 from d)",
            "evil()",
            "(posts).evil",
            "posts.evil is null",
            "'x'::evil_domain",
            "evil_domain 'x'",
            ":DBNAME",
            ":'HOST' || :{?USER}",
            "E'\\'; drop table victim; --'",
            "'\\'; drop table victim; --'",
            "U&'\\0027; drop table victim; --' = 'x'",
            "$$'; drop table victim; --$$ = 'x'",
            "1 /* */; drop table victim; /* */",
            "1 --\n; drop table victim",
            "1\u0000; drop table victim",
            "1\u2028; drop table victim",
            "'\u0000'",
            "'a'\n'; drop table victim; --'",
            "1]); drop table victim; --",
            "1 USING INDEX TABLESPACE pg_default",
            "1\rGENERATED ALWAYS AS IDENTITY",
            "n > 0 OR TRUE; drop table victim",
            "{fn evil()}",
            "1 \\g |touch MARKER",
            "1 \\gexec",
            "1 \\o MARKER\n");

    private static final List<String> NAMES = List.of(
            "text;drop table victim;",
            "two words",
            "do\"m",
            "x\"; drop table victim; --",
            "x\ndrop table victim;",
            "x\n\\! touch MARKER\n",
            "x \\! touch MARKER",
            "x'; drop table victim; --",
            "*/ drop table victim; /*",
            "-- x\r\ndrop table victim; --",
            "nul\u0000; drop table victim",
            "\u001b[2Jx",
            "line\u2028drop table victim;",
            ":DBNAME",
            ":'HOST'",
            "$$; drop table victim; $$",
            "int) ; drop table victim; --",
            "varchar(10) CHECK (true)",
            "int DEFAULT evil()",
            "\\",
            "{fn evil()}");

    private static final Map<String, BiFunction<String, Integer, Schema>> EXPRESSION_PLACES = new LinkedHashMap<>();
    private static final Map<String, BiFunction<String, Integer, Schema>> NAME_PLACES = new LinkedHashMap<>();

    static {
        EXPRESSION_PLACES.put("default", (text, i) -> column(named(i).columnDefault(ColumnDefault.of(text))));
        EXPRESSION_PLACES.put(
                "default of a required column",
                (text, i) ->
                        column(named(i).columnDefault(ColumnDefault.of(text)).notNull()));
        EXPRESSION_PLACES.put(
                "default of a column that is there",
                (text, i) -> column(
                        Column.builder("n").type(ColumnType.of("integer")).columnDefault(ColumnDefault.of(text))));
        EXPRESSION_PLACES.put("computation", (text, i) -> column(named(i).generation(new Generation.Stored(text))));
        EXPRESSION_PLACES.put(
                "check", (text, i) -> rule(new Constraint.Check("", text, Enforcement.ORDINARY, Origin.NONE)));
        EXPRESSION_PLACES.put(
                "exclusion",
                (text, i) -> rule(new Constraint.Exclusion(
                        "x" + i, "USING btree (n WITH =) " + text, Enforcement.ORDINARY, Origin.NONE)));
        EXPRESSION_PLACES.put("predicate", (text, i) -> index(i, "btree", Index.ColumnPart.of("n"), text));
        EXPRESSION_PLACES.put(
                "index", (text, i) -> index(i, "btree", new Index.ExpressionPart(text, false, false), ""));
        EXPRESSION_PLACES.put("default of a domain", (text, i) -> domain(i, ColumnDefault.of(text), List.of()));
        EXPRESSION_PLACES.put("check of a domain", (text, i) -> domain(i, ColumnDefault.NONE, List.of(text)));
        EXPRESSION_PLACES.put(
                "default in a new table",
                (text, i) -> schema().table(Table.builder(ObjectName.of("new" + i))
                                .column(named(i).columnDefault(ColumnDefault.of(text))
                                        .build())
                                .constraint(
                                        new Constraint.Check("", "c" + i + " > 0", Enforcement.ORDINARY, Origin.NONE))
                                .build())
                        .build());

        NAME_PLACES.put("column", (text, i) -> column(Column.builder(text).type(ColumnType.of("integer"))));
        NAME_PLACES.put("type", (text, i) -> column(Column.builder("c" + i).type(ColumnType.of(text))));
        NAME_PLACES.put(
                "new type",
                (text, i) -> schema().type(new UserType.EnumType(ObjectName.of(text), List.of("a"), Origin.NONE))
                        .table(posts(Column.builder("c" + i).type(ColumnType.of(text))))
                        .build());
        NAME_PLACES.put("modifier", (text, i) -> column(Column.builder("c" + i).type(ColumnType.of("varchar", text))));
        NAME_PLACES.put(
                "collation",
                (text, i) -> column(
                        Column.builder("c" + i).type(ColumnType.of("text")).collation(text)));
        NAME_PLACES.put(
                "label",
                (text, i) -> schema().type(
                                new UserType.EnumType(ObjectName.of("e" + i), List.of("a", text), Origin.NONE))
                        .table(posts(Column.builder("c" + i).type(ColumnType.of("e" + i))))
                        .build());
        NAME_PLACES.put(
                "table",
                (text, i) -> schema().table(Table.builder(ObjectName.of(text))
                                .column(named(i).build())
                                .build())
                        .build());
        NAME_PLACES.put(
                "schema",
                (text, i) -> schema().table(Table.builder(ObjectName.of(text, "t"))
                                .column(named(i).build())
                                .build())
                        .build());
        NAME_PLACES.put(
                "constraint",
                (text, i) -> rule(new Constraint.Check(text, "n > " + -i, Enforcement.ORDINARY, Origin.NONE)));
        NAME_PLACES.put("method", (text, i) -> index(i, text, Index.ColumnPart.of("n"), ""));
        NAME_PLACES.put(
                "sequence",
                (text, i) -> schema().sequence(new Sequence(
                                ObjectName.of(text), Sequence.Role.GENERATOR, OptionalLong.of(50), Origin.NONE))
                        .build());
        NAME_PLACES.put(
                "sequence of a default",
                (text, i) ->
                        column(named(i).columnDefault(ColumnDefault.of("nextval('" + text.replace("'", "''") + "')"))));
        NAME_PLACES.put(
                "attribute",
                (text, i) -> schema().type(new UserType.CompositeType(
                                ObjectName.of("r" + i), Map.of(text, ColumnType.of("integer")), Origin.NONE))
                        .table(posts(Column.builder("c" + i).type(ColumnType.of("r" + i))))
                        .build());
    }

    private HostileTexts() {}

    /**
     * An expectation.
     *
     * @param name the place and the text
     * @param schema what it expects
     */
    record Case(String name, Schema schema) {}

    /**
     * Cases of both lists.
     *
     * @param marker the file that they try to make
     * @param all whether each text comes in each place, or in one
     */
    static List<Case> cases(String marker, boolean all) {
        List<Case> cases = new ArrayList<>();
        add(cases, EXPRESSIONS, EXPRESSION_PLACES, marker, all);
        add(cases, NAMES, NAME_PLACES, marker, all);
        return cases;
    }

    private static void add(
            List<Case> cases,
            List<String> texts,
            Map<String, BiFunction<String, Integer, Schema>> places,
            String marker,
            boolean all) {
        List<String> names = List.copyOf(places.keySet());
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i).replace("MARKER", marker);
            for (int j = 0; j < names.size(); j++) {
                if (all || j == i % names.size()) {
                    String place = names.get(j);
                    cases.add(new Case(place + ": " + text, places.get(place).apply(text, cases.size() + 1)));
                }
            }
        }
    }

    private static Schema.Builder schema() {
        return Schema.builder().searchPath(List.of("public"));
    }

    private static Column.Builder named(int i) {
        return Column.builder("c" + i).type(ColumnType.of("integer")).nullability(Nullability.NULLABLE);
    }

    private static Table posts(Column.Builder column) {
        return table("posts").column(column.build()).build();
    }

    private static Table.Builder table(String name) {
        return Table.builder(ObjectName.of(name))
                .column(Column.builder("id").type(ColumnType.of("integer")).build());
    }

    /** Once for a table with rows and once for one without. */
    private static Schema column(Column.Builder column) {
        return schema().table(posts(column))
                .table(table("drafts").column(column.build()).build())
                .build();
    }

    private static Schema rule(Constraint rule) {
        return schema().table(table("posts").constraint(rule).build())
                .table(table("drafts").constraint(rule).build())
                .build();
    }

    private static Schema index(int i, String method, Index.Part part, String predicate) {
        return schema().table(table("drafts")
                        .index(new Index(
                                "i" + i, method, List.of(part), List.of(), false, false, predicate, true, Origin.NONE))
                        .build())
                .build();
    }

    private static Schema domain(int i, ColumnDefault columnDefault, List<String> checks) {
        return schema().type(new UserType.DomainType(
                        ObjectName.of("d" + i),
                        ColumnType.of("integer"),
                        Nullability.NULLABLE,
                        columnDefault,
                        checks.stream().map(SqlText::of).toList(),
                        Origin.NONE))
                .table(posts(Column.builder("c" + i).type(ColumnType.of("d" + i))))
                .build();
    }

    /** How the expectations are spelled. */
    static Dialect dialect() {
        return Databases.assumed().dialect();
    }
}
