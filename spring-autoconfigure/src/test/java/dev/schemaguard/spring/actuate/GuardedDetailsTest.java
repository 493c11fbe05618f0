package dev.schemaguard.spring.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.jdbc.GuardedDataSource;
import dev.schemaguard.jdbc.gate.Mode;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.spring.Readiness;
import dev.schemaguard.spring.SchemaGuards.Guarded;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuardedDetailsTest {

    @Test
    void nameTheStatementsThatFail() throws SQLException {
        Schema contract = Schema.builder()
                .table("note", note -> note.column("id").column("title"))
                .build();
        SchemaGuard guard = SchemaGuard.expecting(SchemaSource.of(contract))
                .explainedBy(SchemaSources.statements("classpath:db/notes-statements.sql"))
                .build();
        try (GuardedDataSource gate = GuardedDataSource.builder(
                        TestPostgres.database("create table note (id bigint)").direct())
                .guard(guard)
                .mode(Mode.WARN)
                .build()) {
            gate.verifyNow();

            assertThat(GuardedDetails.of(new Guarded("notes", "a contract", Readiness.LATCHED, Optional.of(gate))))
                    .containsEntry("findings", List.of("missing-column:note.title"))
                    .containsEntry("breaks", List.of("com.acme.NoteRepository#titles"));
        }
    }
}
