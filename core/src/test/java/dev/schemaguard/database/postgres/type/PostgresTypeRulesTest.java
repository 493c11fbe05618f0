package dev.schemaguard.database.postgres.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Databases;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.drift.Effect;
import dev.schemaguard.drift.TypeFit;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.UserType.DomainType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresTypeRulesTest {

    private static final Dialect DIALECT = Databases.assumed().dialect();
    private static final Schema NO_TYPES = Schema.builder().build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "integer | int4 | SAME",
                "varchar(20) | varchar(20) | SAME",
                "app.mood | mood | SAME",
                "varchar(20) | varchar(21) | WIDER",
                "varchar(20) | varchar | WIDER",
                "varchar(20) | text | WIDER",
                "varchar(20) | char(20) | LOSSY",
                "text | varchar | WIDER",
                "text | citext | WIDER",
                "varchar(255) | varchar(20) | NARROWER",
                "varchar | varchar(255) | NARROWER",
                "text | varchar(255) | NARROWER",
                "varchar(20) | char(5) | NARROWER",
                "integer | bigint | WIDER_INTEGER",
                "smallint | integer | WIDER_INTEGER",
                "bigint | integer | NARROWER",
                "bigint | numeric | WIDER_INTEGER",
                "bigint | numeric(19,0) | WIDER_INTEGER",
                "bigint | numeric(10,0) | NARROWER",
                "numeric(12,2) | numeric(14,2) | WIDER",
                "numeric(12,2) | numeric(14,4) | WIDER",
                "numeric(12,2) | numeric | WIDER",
                "numeric(12,2) | numeric(6,2) | NARROWER",
                "numeric(12,2) | numeric(13,3) | WIDER",
                "numeric(12,2) | numeric(12,1) | LOSSY",
                "numeric(12,2) | numeric(10,0) | NARROWER",
                "numeric(12,2) | numeric(12,3) | NARROWER",
                "numeric | numeric(12,2) | NARROWER",
                "numeric(12,2) | double precision | LOSSY",
                "double precision | numeric(12,2) | NARROWER",
                "double precision | numeric | LOSSY",
                "double precision | real | NARROWER",
                "real | double precision | WIDER",
                "jsonb | json | LOSSY",
                "json | jsonb | LOSSY",
                "jsonb | text | LOSSY",
                "text | jsonb | DIFFERENT",
                "timestamp | timestamptz | LOSSY",
                "timestamp | date | LOSSY",
                "timestamp | timestamp(3) | LOSSY",
                "timestamp(3) | timestamp | WIDER",
                "boolean | integer | DIFFERENT",
                "integer | boolean | DIFFERENT",
                "uuid | text | UNREADABLE",
                "text | uuid | DIFFERENT",
                "varchar | app.mood | DIFFERENT",
                "bigint | text | INCOMPARABLE",
                "mood | text | INCOMPARABLE",
                "bigint | varchar(20)[] | DIFFERENT",
                "timestamptz | varchar(20) | DIFFERENT",
                "oid | bytea | DIFFERENT",
                "text[] | text | UNREADABLE",
                "varchar(20)[] | varchar(30)[] | WIDER",
                "bigint[] | integer[] | NARROWER",
                "bytea | text | INCOMPARABLE",
                "xml | text | WIDER",
                "text | name | LOSSY",
                "inet | cidr | LOSSY",
                "cidr | inet | WIDER",
                "bit(8) | varbit | WIDER",
                "bit(8) | bit(16) | DIFFERENT",
                "oid | bigint | WIDER",
                "money | numeric | INCOMPARABLE",
                "timestamp | time | INCOMPARABLE",
                "time | timetz | LOSSY",
                "integer | double precision | WIDER_INTEGER",
                "geometry(Point,4326) | geometry | WIDER",
                "geometry | geometry(Point,4326) | NARROWER",
                "vector(3) | vector(4) | DIFFERENT"
            })
    void judgesHowALiveTypeServes(String expected, String actual, TypeFit fit) {
        assertThat(new TypeComparison(NO_TYPES, NO_TYPES).fit(DIALECT.type(expected), DIALECT.type(actual)))
                .isEqualTo(fit);
    }

    @Test
    void comparesNothingThatIsUnstated() {
        TypeComparison types = new TypeComparison(NO_TYPES, NO_TYPES);

        assertThat(types.fit(ColumnType.UNSTATED, DIALECT.type("text"))).isEqualTo(TypeFit.SAME);
        assertThat(types.fit(ColumnType.of("varchar").with(ColumnType.Modifier.UNSTATED), DIALECT.type("varchar(5)")))
                .isEqualTo(TypeFit.SAME);
    }

    @Test
    void countsADomainAsTheTypeBelowIt() {
        Schema live = Schema.builder()
                .type(domain("email", DIALECT.type("varchar(100)")))
                .type(domain("work_email", DIALECT.type("email")))
                .build();
        TypeComparison types = new TypeComparison(NO_TYPES, live);

        assertThat(types.fit(DIALECT.type("varchar(100)"), DIALECT.type("work_email")))
                .isEqualTo(TypeFit.SAME);
        assertThat(types.fit(DIALECT.type("varchar(50)"), DIALECT.type("email")))
                .isEqualTo(TypeFit.WIDER);
        assertThat(types.fit(DIALECT.type("bigint"), DIALECT.type("email"))).isEqualTo(TypeFit.INCOMPARABLE);
    }

    @Test
    void comparesWhatIsBelowDomainsOfOneName() {
        Schema expectation = Schema.builder()
                .type(domain("email", DIALECT.type("varchar(100)")))
                .build();
        Schema live = Schema.builder()
                .type(domain("email", DIALECT.type("varchar(50)")))
                .build();

        assertThat(new TypeComparison(expectation, live).fit(DIALECT.type("email"), DIALECT.type("email")))
                .isEqualTo(TypeFit.NARROWER);
    }

    @Test
    void failsLookUpsByAKeyThatComparesNoMore() {
        assertThat(TypeFit.INCOMPARABLE.impact(true, true).delete()).isEqualTo(Effect.FAILS);
        assertThat(TypeFit.INCOMPARABLE.impact(false, true).select()).isEqualTo(Effect.FAILS);
        assertThat(TypeFit.INCOMPARABLE.impact(false, true).delete()).isEqualTo(Effect.WORKS);
        assertThat(TypeFit.INCOMPARABLE.impact(false, false).select()).isEqualTo(Effect.MAY_FAIL);
        assertThat(TypeFit.NARROWER.impact(true, true)).isEqualTo(TypeFit.NARROWER.impact(false, false));
    }

    private static DomainType domain(String name, ColumnType base) {
        return new DomainType(
                ObjectName.of(name), base, Nullability.NULLABLE, ColumnDefault.NONE, List.of(), Origin.NONE);
    }
}
