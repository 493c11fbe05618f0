package dev.schemaguard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.SchemaSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One database, of which migrations and a mapping say nearly the same. */
class SeveralExpectationsTest {

    private static final SchemaSource MAPPING = SchemaSources.of(Schema.builder()
            .table(Table.builder(ObjectName.of("public", "posts"))
                    .column("id", "bigint")
                    .column("title", "varchar(20)")
                    .column("quality", "jsonb")
                    .build())
            .table("authors", authors -> authors.column("id", "bigint"))
            .build());

    @TempDir
    private Path folder;

    @Test
    void findOneThingOnceAndCountOneTableOnce() throws Exception {
        Path script = Files.writeString(
                folder.resolve("schema.sql"),
                "create table posts (id bigint, title varchar(40), quality jsonb, slug text);\n"
                        + "create table authors (id bigint);");

        DriftReport report = check(SchemaSources.of(script.toString()), MAPPING);

        assertThat(report.findings())
                .extracting(finding -> finding.severity().id() + " " + finding.id())
                .containsExactly(
                        "breaking missing-table:authors",
                        "breaking missing-column:posts.quality",
                        "risky type-narrower:posts.title");
        Finding quality = report.findings().get(1);
        assertThat(quality.expectation()).isEqualTo(script.toString());
        assertThat(quality.hint().orElseThrow())
                .contains("schema.sql:1 adds it")
                .endsWith("; also expected by " + MAPPING.name());
        assertThat(report.coverage().tablesExpected()).isEqualTo(2);
        assertThat(report.coverage().tablesChecked()).isOne();
        assertThat(report.coverage().columnsChecked()).as("id, title, slug").isEqualTo(3);
    }

    @Test
    void countAsTheGravestOfThem() {
        SchemaSource reader = keyed(Table.Builder::readOnly);
        SchemaSource writer = keyed(Table.Builder::upserts);

        for (SchemaSource[] both : new SchemaSource[][] {{reader, writer}, {writer, reader}}) {
            assertThat(check(both).findings())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.BREAKING));
        }
    }

    private static SchemaSource keyed(Consumer<Table.Builder> use) {
        return SchemaSources.of(Schema.builder()
                .table("posts", posts -> use.accept(posts.column("id", "bigint").primaryKey("id")))
                .build());
    }

    private static DriftReport check(SchemaSource... sources) {
        return SchemaGuard.expecting(sources)
                .build()
                .check(TestPostgres.freshDatabase("create table posts (id bigint, title varchar(30), slug text)"));
    }
}
