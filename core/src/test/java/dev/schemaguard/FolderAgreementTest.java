package dev.schemaguard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.Table;
import dev.schemaguard.policy.FailOn;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.report.DriftReport;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs folders of migrations as well-known projects write them on a real server, and holds what is read of them against it: by
 * the check itself, and by the names of all that is there.
 */
class FolderAgreementTest {

    private static final Database POSTGRESQL = Databases.assumed();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camunda",
                "discourse",
                "gitlab",
                "hasura",
                "kratos",
                "mattermost",
                "supabase",
                "temporal",
                "zulip"
            })
    void readsAFolderAsTheServerDoes(String project) {
        Path folder = Path.of("src/test/resources/folders", project);
        DataSource scratch = TestPostgres.freshDatabase();
        Schema live = SchemaSources.replay(folder, scratch).load(POSTGRESQL);
        Schema read = SchemaSources.of(folder.toString()).load(POSTGRESQL);

        DriftReport report = SchemaGuard.expecting(SchemaSources.of(folder.toString()))
                .policy(Policy.DEFAULT.withFailOn(FailOn.ADVISORY))
                .build()
                .check(scratch);

        assertThat(report.findings()).as(report.toText()).isEmpty();
        assertThat(read.gaps()).isEmpty();
        assertThat(names(read)).containsExactlyInAnyOrderElementsOf(names(live));
    }

    private static Set<String> names(Schema schema) {
        Set<String> names = new TreeSet<>();
        for (Table table : schema.tables()) {
            ObjectName name = name(table.name());
            names.add("table " + name);
            if (table.kind().holdsRows()) {
                table.columns().forEach(column -> names.add("column " + name + "." + facts(column)));
                for (Constraint constraint : table.constraints()) {
                    names.add("constraint " + name + " " + constraint.name() + " "
                            + constraint.getClass().getSimpleName());
                }
                for (Index index : table.indexes()) {
                    names.add("index " + name + " " + index.name() + " " + index.unique() + " "
                            + index.parts().size());
                }
            }
        }
        for (Sequence sequence : schema.sequences()) {
            names.add("sequence " + name(sequence.name()) + " " + sequence.increment());
        }
        return names;
    }

    private static String facts(Column column) {
        return column.name() + " " + column.type().toString().replaceFirst("^\\w+\\.", "") + " " + column.nullability();
    }

    private static ObjectName name(ObjectName name) {
        return name.in(name.schema().isEmpty() ? "public" : name.schema());
    }
}
