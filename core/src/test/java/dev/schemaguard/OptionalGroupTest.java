package dev.schemaguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.database.Database;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.SchemaSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What is not known of an optional part puts nothing else in doubt; a database that cannot be reached does. */
class OptionalGroupTest {

    private static final Schema MAIN = Schema.builder()
            .table("posts", posts -> posts.column("id", "bigint"))
            .build();
    private static final Schema OPEN = Schema.builder()
            .table("reels", reels -> reels.column("id", "bigint"))
            .gap(Gap.everywhere(Origin.of("V9__reels.sql", 3), "DO block with DDL"))
            .build();

    private static SchemaGuard guard(SchemaSource optional) {
        return SchemaGuard.expecting(MAIN).optional("reels", optional).build();
    }

    private static SchemaSource broken() {
        return new SchemaSource() {
            @Override
            public String name() {
                return "reels.json";
            }

            @Override
            public Schema load(Database dialect) {
                throw new SchemaSourceException(Origin.of("reels.json", 1), "no JSON", "write it anew");
            }
        };
    }

    private static DataSource database() {
        return TestPostgres.freshDatabase("create table posts (id bigint)", "create table reels (id bigint)");
    }

    @Test
    void reportsGapsOfAnOptionalPartUnderItsGroup() {
        DriftReport report = guard(SchemaSource.of(OPEN)).check(database());

        assertThat(report.unverified())
                .extracting(Unverified::code, Unverified::group)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        Unverified.Code.STATICALLY_UNREADABLE, Optional.of("reels")));
        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMS);
        assertThat(report.toText()).contains("statically-unreadable (optional group reels): ");
        assertThat(report.toJson()).contains("\"group\":\"reels\"").contains("\"verdict\":\"conforms\"");
        assertThatCode(() -> guard(SchemaSource.of(OPEN)).verify(database())).doesNotThrowAnyException();
    }

    @Test
    void reportsAnOptionalPartThatCannotBeReadUnderItsGroup() {
        DriftReport report = guard(broken()).check(database());

        assertThat(report.unverified())
                .singleElement()
                .satisfies(unknown -> assertThat(unknown.group()).hasValue("reels"));
        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMS);
    }

    @Test
    void staysUnverifiedForGapsOfWhatIsRequired() {
        SchemaGuard guard = SchemaGuard.expecting(OPEN)
                .optional("main", SchemaSource.of(MAIN))
                .build();

        DriftReport report = guard.check(database());

        assertThat(report.verdict()).isEqualTo(Verdict.UNVERIFIED);
        assertThat(report.unverified())
                .singleElement()
                .satisfies(unknown -> assertThat(unknown.group()).isEmpty());
    }

    @Test
    void staysUnverifiedWhereTheDatabaseCannotBeReached() {
        PGSimpleDataSource nobody = new PGSimpleDataSource();
        nobody.setUrl("jdbc:postgresql://localhost:1/none");
        SchemaGuard guard = guard(SchemaSource.of(OPEN));

        assertThat(guard.check(nobody).verdict()).isEqualTo(Verdict.UNVERIFIED);
        assertThatThrownBy(() -> guard.verify(nobody)).isInstanceOf(SchemaUnverifiedException.class);
    }
}
