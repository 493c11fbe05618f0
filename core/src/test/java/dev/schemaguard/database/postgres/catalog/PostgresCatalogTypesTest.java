package dev.schemaguard.database.postgres.catalog;

import static dev.schemaguard.database.postgres.catalog.Inspecting.column;
import static dev.schemaguard.database.postgres.catalog.Inspecting.everything;
import static dev.schemaguard.database.postgres.catalog.Inspecting.expecting;
import static dev.schemaguard.database.postgres.catalog.Inspecting.inspect;
import static dev.schemaguard.database.postgres.catalog.Inspecting.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.LiveSchema;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ColumnType.Modifier;
import dev.schemaguard.model.ColumnType.Named;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.UserType;
import dev.schemaguard.model.UserType.CompositeType;
import dev.schemaguard.model.UserType.DomainType;
import dev.schemaguard.model.UserType.EnumType;
import dev.schemaguard.model.UserType.OpaqueType;
import dev.schemaguard.model.UserType.RangeType;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class PostgresCatalogTypesTest {

    private static Named user(String schema, String name) {
        return new Named(ObjectName.of(schema, name), Modifier.NONE, false);
    }

    private static Optional<UserType> type(LiveSchema live, String schema, String name) {
        return live.schema().type(ObjectName.of(schema, name));
    }

    @Test
    void readsEnumLabelsInTheirOrder() {
        DataSource database = TestPostgres.freshDatabase(
                "create type mood as enum ('sad', 'happy', 'it''s \"ok\" \\ \n')",
                "alter type mood add value 'so so' before 'happy'",
                "alter type mood add value 'Above' after 'sad'",
                "create table posts (m mood, ms mood[])");

        LiveSchema named = inspect(database, expectingWithTypes("posts"));
        for (LiveSchema live : List.of(everything(database), named)) {
            assertThat(type(live, "public", "mood"))
                    .contains(new EnumType(
                            ObjectName.of("public", "mood"),
                            List.of("sad", "Above", "so so", "happy", "it's \"ok\" \\ \n"),
                            Origin.NONE));
            assertThat(column(live, "posts", "m").type()).isEqualTo(ColumnType.of("mood"));
            assertThat(column(live, "posts", "ms").type())
                    .isEqualTo(ColumnType.of("mood").toArray());
        }
    }

    /** Labels and checks are read only where the expectation states types. */
    private static InspectionScope expectingWithTypes(String table) {
        return InspectionScope.EVERYTHING.of(Schema.builder()
                .table(table, t -> {})
                .type(new EnumType(ObjectName.of("mood"), List.of(), Origin.NONE))
                .build());
    }

    @Test
    void qualifiesTypesThatAreNotOnThePath() {
        DataSource database = TestPostgres.freshDatabase(
                "create schema lib",
                "create type lib.mood as enum ('a')",
                "create type mood as enum ('b')",
                "create type lib.only as enum ('c')",
                "create table posts (here mood, there lib.mood, lone lib.only)");

        LiveSchema outside = inspect(database, expecting("posts"));
        assertThat(table(outside, "posts").columns())
                .extracting(Column::type)
                .containsExactly(ColumnType.of("mood"), user("lib", "mood"), user("lib", "only"));
        LiveSchema onPath = inspect(database, expecting("posts").in(List.of("lib", "public")));
        assertThat(table(onPath, "posts").columns())
                .extracting(Column::type)
                .containsExactly(user("public", "mood"), ColumnType.of("mood"), ColumnType.of("only"));
    }

    @Test
    void readsDomainsWithWhatTheyAddToColumns() {
        DataSource database = TestPostgres.freshDatabase(
                "create domain email as varchar(100) not null default 'x@y' check (value like '%@%')",
                "create domain strict_email as email check (length(value) > 3)",
                "create table posts (a email, b strict_email, c email default 'c@c')");

        LiveSchema live = inspect(database, expectingWithTypes("posts"));
        LiveSchema unstated = inspect(database, expecting("posts"));

        assertThat(column(live, "posts", "a").nullability()).isEqualTo(Nullability.NOT_NULL);
        assertThat(column(live, "posts", "a").columnDefault()).isEqualTo(ColumnDefault.of("'x@y'"));
        assertThat(column(live, "posts", "b").nullability()).isEqualTo(Nullability.NOT_NULL);
        assertThat(column(live, "posts", "b").columnDefault()).isEqualTo(ColumnDefault.of("'x@y'"));
        assertThat(column(everything(database), "posts", "c").columnDefault()).isEqualTo(ColumnDefault.of("'c@c'"));
        assertThat(column(unstated, "posts", "b").nullability()).isEqualTo(Nullability.NOT_NULL);
        assertThat(((DomainType) type(unstated, "public", "email").orElseThrow()).base())
                .isEqualTo(ColumnType.of("varchar", "100"));
        DomainType email = (DomainType) type(live, "public", "email").orElseThrow();
        assertThat(email.base()).isEqualTo(ColumnType.of("varchar", "100"));
        assertThat(email.nullability()).isEqualTo(Nullability.NOT_NULL);
        assertThat(email.checks())
                .singleElement()
                .satisfies(check -> assertThat(check.text()).contains("'%@%'"));
        DomainType strict = (DomainType) type(live, "public", "strict_email").orElseThrow();
        assertThat(strict.base()).isEqualTo(ColumnType.of("email"));
    }

    @Test
    void readsTypesMadeOfTypesMadeOfTypes() {
        DataSource database = TestPostgres.freshDatabase(
                "create schema deep",
                "create type deep.mood as enum ('a')",
                "create domain deep.d1 as deep.mood[] check (cardinality(value) > 0)",
                "create domain deep.d2 as deep.d1",
                "create domain deep.d3 as deep.d2 not null",
                "create type deep.pair as (first deep.d3, second numeric(5,1))",
                "create type deep.span as range (subtype = numeric)",
                "create table deep.rows (id int)",
                "create table posts (p deep.pair, ps deep.pair[], s deep.span, r deep.rows)");

        LiveSchema live = inspect(database, expectingWithTypes("posts"));

        assertThat(column(live, "posts", "p").type()).isEqualTo(user("deep", "pair"));
        assertThat(column(live, "posts", "ps").type())
                .isEqualTo(user("deep", "pair").toArray());
        assertThat(column(live, "posts", "r").type()).isEqualTo(user("deep", "rows"));
        CompositeType pair = (CompositeType) type(live, "deep", "pair").orElseThrow();
        assertThat(pair.attributes()).containsEntry("first", user("deep", "d3"));
        assertThat(pair.attributes()).containsEntry("second", ColumnType.of("numeric", "5", "1"));
        assertThat(((DomainType) type(live, "deep", "d1").orElseThrow()).base())
                .isEqualTo(user("deep", "mood").toArray());
        assertThat(type(live, "deep", "mood").orElseThrow()).isInstanceOf(EnumType.class);
        assertThat(((RangeType) type(live, "deep", "span").orElseThrow()).subtype())
                .isEqualTo(ColumnType.of("numeric"));
        assertThat(type(live, "deep", "rows").orElseThrow()).isInstanceOf(OpaqueType.class);
    }

    @Test
    void readsTypesOfExtensionsByName() {
        DataSource database = TestPostgres.freshDatabase(
                "create extension citext",
                "create schema ext",
                "create extension hstore schema ext",
                "create table posts (a citext, b ext.hstore, c citext[])");

        LiveSchema live = everything(database);

        assertThat(table(live, "posts").columns())
                .extracting(Column::type)
                .containsExactly(
                        ColumnType.of("citext"),
                        user("ext", "hstore"),
                        ColumnType.of("citext").toArray());
        assertThat(type(live, "public", "citext").orElseThrow()).isInstanceOf(OpaqueType.class);
    }

    @Test
    void asksTheServerForModifiersThatOnlyTheTypeItselfCanPrint() {
        DataSource database = TestPostgres.freshDatabase(
                // A type with a modifier of its own, made from what the server brings along.
                "create type len",
                "create function len_in(cstring, oid, int4) returns len as 'varcharin' language internal strict immutable",
                "create function len_out(len) returns cstring as 'varcharout' language internal strict immutable",
                "create function len_typmod_in(cstring[]) returns int4 as 'varchartypmodin' language internal strict immutable",
                "create function len_typmod_out(int4) returns cstring as 'varchartypmodout' language internal strict immutable",
                "create type len (input = len_in, output = len_out, typmod_in = len_typmod_in, typmod_out = len_typmod_out)",
                "create table posts (a len(7), b len, c len(9)[])");

        LiveSchema live = inspect(database, expecting("posts"));

        assertThat(table(live, "posts").columns())
                .extracting(Column::type)
                .containsExactly(
                        ColumnType.of("len", "7"),
                        ColumnType.of("len"),
                        ColumnType.of("len", "9").toArray());
    }

    @Test
    void readsExpectedTypesThatNoColumnUses() {
        DataSource database =
                TestPostgres.freshDatabase("create type mood as enum ('a', 'b')", "create table posts ()");
        Schema expected = Schema.builder()
                .type(new EnumType(ObjectName.of("mood"), List.of("a"), Origin.NONE))
                .build();

        LiveSchema live = inspect(database, InspectionScope.EVERYTHING.of(expected));

        assertThat(live.schema().type(ObjectName.of("mood"))).isPresent();
        assertThat(live.schema().tables()).isEmpty();
    }

    @Test
    void readsCollationsThatAreNotTheTypesOwn() {
        DataSource database = TestPostgres.freshDatabase("create table posts (a text collate \"C\", b text, c int)");

        assertThat(table(everything(database), "posts").columns())
                .extracting(Column::collation)
                .containsExactly(Optional.of("C"), Optional.empty(), Optional.empty());
        assertThat(table(inspect(database, expecting("posts")), "posts").columns())
                .extracting(Column::collation)
                .containsOnly(Optional.empty());
    }
}
