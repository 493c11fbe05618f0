package dev.schemaguard.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.drift.Kind;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.Sequence.Role;
import dev.schemaguard.model.UserType;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.policy.Unverified.Code;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** What cannot be looked for is neither there nor missing. */
class CheckablePartTest {

    private final JdbcDataSource database = new JdbcDataSource();

    CheckablePartTest() {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        TestPostgres.execute(
                database, "create table posts (id bigint primary key)", "create sequence numbers increment by 10");
    }

    @Test
    void findsSequencesOnH2ThatAreMissingOrCountOtherwise() {
        DriftReport report = SchemaGuard.expecting(posts().sequence(generator("numbers"))
                        .sequence(generator("others"))
                        .build())
                .build()
                .check(database);

        assertThat(report.verdict()).isEqualTo(Verdict.DRIFTED);
        assertThat(report.findings())
                .extracting(finding -> finding.drift().kind())
                .containsExactlyInAnyOrder(Kind.MISSING_SEQUENCE, Kind.SEQUENCE_INCREMENT_DIFFERENT);
        assertThat(report.unverified()).isEmpty();
    }

    @Test
    void namesATypeThatIsMissingOnH2() {
        DriftReport report =
                SchemaGuard.expecting(posts().type(mood()).build()).build().check(database);

        assertThat(report.findings())
                .extracting(finding -> finding.drift().kind())
                .containsExactly(Kind.MISSING_TYPE);
        assertThat(report.unverified()).isEmpty();
    }

    @Test
    void saysThatTypesCannotBeLookedForWhereThatIsSo() {
        CheckablePart lookable = CheckablePart.of(posts().type(mood()).build(), Set.of(Family.TYPES), "Other");

        assertThat(lookable.rest()).hasValueSatisfying(rest -> {
            Unverified unverified = rest.of(Optional.empty());
            assertThat(unverified.code()).isEqualTo(Code.NOT_LOOKED_AT);
            assertThat(unverified.reason())
                    .isEqualTo(
                            "1 type (`mood`) is expected, and on Other there is no way to look for such; look by other"
                                    + " means, and set on-unverified to 'warn'");
        });
    }

    @Test
    void saysNothingOfSequencesBehindColumns() {
        Schema expected = posts().sequence(
                        new Sequence(ObjectName.of("posts_id_seq"), Role.OWNED, OptionalLong.empty(), Origin.NONE))
                .build();

        CheckablePart lookable = CheckablePart.of(expected, Set.of(Family.SEQUENCES), "Other");

        assertThat(lookable.rest()).isEmpty();
    }

    private static UserType mood() {
        return new UserType.EnumType(ObjectName.of("mood"), List.of("GOOD"), Origin.NONE);
    }

    private static Schema.Builder posts() {
        return Schema.builder().table("posts", posts -> posts.column("id"));
    }

    private static Sequence generator(String name) {
        return new Sequence(ObjectName.of(name), Role.GENERATOR, OptionalLong.of(50), Origin.NONE);
    }
}
