package dev.schemaguard.proof;

import dev.schemaguard.proof.ReleaseColumn.Filling;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables of a release that has row types, ranges, collations, types of extensions, partitions and inheritance. */
final class RareTables {

    private RareTables() {}

    static List<ReleaseTable> all() {
        return List.of(places(), events(), notes("notes"), notes("notes_old").with("inherits (notes)"));
    }

    static List<String> types() {
        return List.of(
                "create type address as (street varchar(20), number integer)",
                "create type tempo as range (subtype = float8)");
    }

    static List<String> parts() {
        return List.of(
                "create table events_eu partition of events for values in ('eu')",
                "create table events_us partition of events for values in ('us')",
                "create table events_rest partition of events default");
    }

    /** One of the notes is in the table that inherits. */
    static void move(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from only notes where id = 1");
        }
    }

    private static ReleaseTable places() {
        return ReleaseTable.table("places")
                .column("id", "integer not null", Handling.INTEGER, List.of(1, 2, 3), List.of(), Filling.RELEASE)
                .column(
                        "home",
                        "address",
                        Handling.named("address"),
                        "(Main,1)",
                        List.of("(\"A street of twenty ch\",2)", "(,)", "(x,2147483647)"))
                .column("speed", "tempo", Handling.named("tempo"), "[1,2)", List.of("empty", "(,)", "[0.25,1e+100)"))
                .column(
                        "word",
                        "text collate \"C\" not null",
                        Handling.STRING,
                        List.of("a", "b", "c"),
                        List.of("A", "B", "", "ä"),
                        Filling.RELEASE)
                .column("alias", "text", Handling.STRING, List.of(Values.NULL, "b", "c"), List.of("A"), Filling.RELEASE)
                .column("mail", "citext", Handling.STRING, "m@x", List.of("M@X", ""))
                .column(
                        "labels",
                        "hstore",
                        Handling.named("hstore"),
                        "\"a\"=>\"1\"",
                        List.of("", "\"b\"=>NULL, \"c\"=>\"" + "x".repeat(100) + "\""))
                .key("id")
                .unique("word")
                .unique("alias");
    }

    private static ReleaseTable events() {
        return ReleaseTable.table("events")
                .column(
                        "region",
                        "text not null",
                        Handling.STRING,
                        List.of("eu", "us", "eu"),
                        List.of("us", "xx"),
                        Filling.RELEASE)
                .column("id", "integer not null", Handling.INTEGER, List.of(1, 2, 3), List.of(7), Filling.RELEASE)
                .column("what", "varchar(30)", Handling.STRING, "what", Values.strings(30))
                .key("region", "id")
                .with("partition by list (region)");
    }

    private static ReleaseTable notes(String name) {
        return ReleaseTable.table(name)
                .column("id", "integer not null", Handling.INTEGER, List.of(1, 2, 3), List.of(), Filling.RELEASE)
                .column("body", "text", Handling.STRING, "body", Values.strings(100))
                .key("id");
    }
}
