package dev.schemaguard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaCapture;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.proof.FixTrial.Kind;
import dev.schemaguard.proof.FixTrial.Outcome;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Of a database that was changed in any way that the table of kinds knows, the fix makes one that conforms, or says why there is
 * no safe one. The ordinary build tries a part of the changes, the same each time and another one for each version of PostgreSQL;
 * {@code -Dproof.full=true} tries all.
 */
@Tag("proof")
class FixProofTest {

    private static final boolean FULL = Boolean.getBoolean("proof.full");
    private static final int EVERY = FULL ? 1 : 31;
    private static final Release RELEASE = new PostgresRelease();

    private static FixTrial trial;

    @BeforeAll
    static void takeTheRelease() throws Exception {
        String template = TestPostgres.freshDatabaseName();
        DataSource database = TestPostgres.dataSource(template, TestPostgres.SUPERUSER);
        TestPostgres.execute(
                database,
                "do $$ begin create role app; exception when duplicate_object then null; end $$",
                "create extension citext",
                "create extension hstore");
        TestPostgres.execute(database, RELEASE.ddl().toArray(String[]::new));
        try (Connection connection = database.getConnection()) {
            Execution.seed(RELEASE.tables(), connection);
        }
        Schema expectation = RELEASE.expectation(SchemaCapture.capture(database, InspectionScope.EVERYTHING));
        SchemaGuard guard = SchemaGuard.expecting(expectation)
                .policy(Policy.failOn(Severity.ADVISORY))
                .build();
        List<String> tables = RELEASE.tables().stream()
                .filter(table -> !table.isView())
                .map(ReleaseTable::name)
                .toList();
        trial = new FixTrial(template, guard, tables);
    }

    @Test
    void makesADatabaseThatConformsOrSaysWhyThereIsNoSafeFix() throws Exception {
        List<Mutation> mutations = new ArrayList<>();
        List<Mutation> everywhere = Mutations.of(RELEASE);
        for (int i = TestPostgres.majorVersion() % EVERY; i < everywhere.size(); i += EVERY) {
            mutations.add(everywhere.get(i));
        }
        List<Mutation> special = Specialties.all();
        for (int i = 0; i < special.size(); i += FULL ? 1 : 4) {
            mutations.add(special.get(i));
        }
        Map<Kind, List<String>> outcomes = new EnumMap<>(Kind.class);
        for (Mutation mutation : mutations) {
            Optional<Outcome> outcome = trial.of(mutation);
            outcome.ifPresent(one -> outcomes.computeIfAbsent(one.kind(), kind -> new ArrayList<>())
                    .add(one.what()));
        }
        Sheet sheet = new Sheet("proof-of-fix");
        outcomes.forEach((kind, what) -> {
            sheet.line(kind + " " + what.size());
            what.stream().filter(text -> !text.isEmpty()).forEach(text -> sheet.line("  " + text));
        });
        sheet.keep();

        assertThat(outcomes.getOrDefault(Kind.WRONG, List.of())).isEmpty();
        assertThat(outcomes.get(Kind.CONFORMS)).hasSizeGreaterThanOrEqualTo(15);
    }
}
