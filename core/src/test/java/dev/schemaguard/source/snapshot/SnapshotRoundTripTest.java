package dev.schemaguard.source.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Databases;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Capabilities;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.Presence;
import dev.schemaguard.model.Privilege;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("proof")
class SnapshotRoundTripTest {

    private static final Dialect POSTGRESQL = Databases.assumed().dialect();

    @Test
    void readsBackExactlyWhatWasWrittenForThousandsOfRandomSchemas() {
        RandomSchemas schemas = new RandomSchemas(42);
        for (int i = 0; i < 3_000; i++) {
            Schema written = schemas.next();
            String text = SnapshotJson.toText(written, POSTGRESQL);

            Snapshot read = read(text);

            assertThat(read.dialect()).isEqualTo("postgresql");
            assertThat(inOneOrder(read.schema())).as(text).isEqualTo(inOneOrder(written));
            assertThat(SnapshotJson.toText(read.schema(), POSTGRESQL)).isEqualTo(text);
        }
    }

    @Test
    void writesTheSameTextWhateverTheOrderOfTheSchema() {
        RandomSchemas schemas = new RandomSchemas(7);
        for (int i = 0; i < 300; i++) {
            Schema schema = schemas.next();

            assertThat(SnapshotJson.toText(reversed(schema), POSTGRESQL))
                    .isEqualTo(SnapshotJson.toText(schema, POSTGRESQL));
        }
    }

    @Test
    void leavesOutWhatTheConnectedRoleMayDo() {
        Capabilities capabilities = new Capabilities(
                Presence.PRESENT,
                Presence.ABSENT,
                true,
                Set.of(Privilege.SELECT),
                Map.of("id", Set.of(Privilege.UPDATE)));
        Schema plain =
                Schema.builder().table("posts", table -> table.column("id")).build();
        Schema live = Schema.builder()
                .table("posts", table -> table.column("id").capabilities(capabilities))
                .build();

        String text = SnapshotJson.toText(live, POSTGRESQL);

        assertThat(text).isEqualTo(SnapshotJson.toText(plain, POSTGRESQL));
        assertThat(read(text).schema()).isEqualTo(plain);
    }

    @Test
    void leavesOutFamiliesOfTheWholeDatabaseFromATable() {
        Schema schema = Schema.builder()
                .complete(EnumSet.allOf(Family.class))
                .table("posts", table -> table.complete(EnumSet.allOf(Family.class)))
                .build();

        String text = SnapshotJson.toText(schema, POSTGRESQL);

        assertThat(text).containsOnlyOnce("\"complete\"");
        assertThat(read(text).schema().table("posts").orElseThrow().complete())
                .containsExactlyInAnyOrder(
                        Family.COLUMNS,
                        Family.PRIMARY_KEYS,
                        Family.UNIQUE_KEYS,
                        Family.FOREIGN_KEYS,
                        Family.CHECKS,
                        Family.INDEXES);
    }

    private static Snapshot read(String text) {
        return SnapshotJson.read(SourceText.text("schema.json", text));
    }

    /** The order of rules and indexes means nothing, and a snapshot does not keep it. */
    private static Schema inOneOrder(Schema schema) {
        Schema.Builder sorted = schema.toBuilder();
        for (Table table : schema.tables()) {
            sorted.table(with(table, sorted(table.constraints()), sorted(table.indexes())));
        }
        return sorted.build();
    }

    private static Schema reversed(Schema schema) {
        Schema.Builder reversed = Schema.builder()
                .searchPath(schema.searchPath())
                .settings(schema.settings())
                .complete(schema.complete())
                .gaps(schema.gaps())
                .types(backwards(schema.types()))
                .sequences(backwards(schema.sequences()));
        for (Table table : backwards(schema.tables())) {
            reversed.table(with(table, backwards(table.constraints()), backwards(table.indexes())));
        }
        return reversed.build();
    }

    private static Table with(Table table, List<Constraint> constraints, List<Index> indexes) {
        return new Table(
                table.name(),
                table.kind(),
                table.columns(),
                constraints,
                indexes,
                table.parents(),
                table.use(),
                table.complete(),
                table.notKnown(),
                table.rowSecurity(),
                table.capabilities(),
                table.origin());
    }

    private static <T> List<T> sorted(Collection<T> objects) {
        return objects.stream().sorted(Comparator.comparing(Object::toString)).toList();
    }

    private static <T> List<T> backwards(Collection<T> objects) {
        List<T> list = new ArrayList<>(objects);
        Collections.reverse(list);
        return list;
    }
}
