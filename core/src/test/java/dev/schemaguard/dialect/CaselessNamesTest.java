package dev.schemaguard.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Databases;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaselessNamesTest {

    @Test
    void spellsAnExpectationAsTheDatabaseDoesWhereCaseMeansNothing() {
        Schema expected = Schema.builder()
                .table(Table.builder(ObjectName.of("Posts"))
                        .column("Id")
                        .column("created_At")
                        .column("extra")
                        .primaryKey("ID")
                        .index(new Index(
                                "",
                                "btree",
                                List.of(Index.ColumnPart.of("CREATED_AT")),
                                List.of(),
                                false,
                                false,
                                "",
                                true,
                                Origin.NONE))
                        .build())
                .table(Table.builder(ObjectName.of("comments"))
                        .column("post")
                        .constraint(new Constraint.ForeignKey(
                                "",
                                List.of("POST"),
                                ObjectName.of("POSTS"),
                                List.of("ID"),
                                Constraint.ReferentialAction.NO_ACTION,
                                Constraint.ReferentialAction.NO_ACTION,
                                Constraint.Enforcement.ORDINARY,
                                Origin.NONE))
                        .build())
                .build();
        Schema live = Schema.builder()
                .searchPath(List.of("app"))
                .table(Table.builder(ObjectName.of("app", "posts"))
                        .column("id")
                        .column("created_at")
                        .primaryKey("id")
                        .build())
                .table(Table.builder(ObjectName.of("app", "comments"))
                        .column("post")
                        .build())
                .build();

        Schema all = CaselessNames.spelledAs(expected, live, true);

        assertThat(all.tables()).extracting(table -> table.name().toString()).containsExactly("posts", "comments");
        Table posts = all.table("posts").orElseThrow();
        assertThat(posts.columns()).extracting(Column::name).containsExactly("id", "created_at", "extra");
        assertThat(posts.primaryKey().orElseThrow().columns()).containsExactly("id");
        assertThat(posts.indexes().get(0).parts()).containsExactly(Index.ColumnPart.of("created_at"));
        Constraint.ForeignKey key = all.table("comments")
                .orElseThrow()
                .constraints(Constraint.ForeignKey.class)
                .findFirst()
                .orElseThrow();
        assertThat(key.target()).isEqualTo(ObjectName.of("posts"));
        assertThat(key.targetColumns()).containsExactly("id");
        assertThat(Databases.assumed().dialect().spelledAs(expected, live)).isSameAs(expected);
        assertThat(CaselessNames.spelledAs(expected, live, false).table("Posts"))
                .isPresent();
    }
}
