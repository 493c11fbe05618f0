package dev.schemaguard.database.mysql.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.mysql.server.Product;
import dev.schemaguard.drift.Effect;
import dev.schemaguard.drift.TypeFit;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ColumnType.Labelled;
import dev.schemaguard.model.ColumnType.Modifier;
import dev.schemaguard.model.ColumnType.Named;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.StatementKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pairs of types that real schemas mix up; that each is so is measured by {@code MysqlTypeMatrixTest}. */
class MysqlTypeRulesTest {

    private static final Schema STRICT = Schema.builder()
            .settings(Map.of("sql_mode", "NO_ENGINE_SUBSTITUTION,STRICT_TRANS_TABLES"))
            .build();
    private static final Schema LOOSE =
            Schema.builder().settings(Map.of("sql_mode", "")).build();

    private final MysqlTypeRules rules = new MysqlTypeRules(Product.MYSQL);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int                | int                | SAME",
                "int                | bigint             | WIDER_INTEGER",
                "int                | mediumint          | NARROWER",
                "int                | int unsigned       | NARROWER",
                "int unsigned       | int                | NARROWER",
                "int unsigned       | bigint             | WIDER",
                "bigint             | int unsigned       | NARROWER",
                "tinyint(1)         | int                | WIDER",
                "tinyint(1)         | bit(1)             | WIDER",
                "bit(1)             | tinyint(1)         | WIDER",
                "int                | varchar(20)        | LOOSER",
                "int                | varchar(5)         | NARROWER",
                "int                | date               | NOT_READ",
                "bigint             | double             | LOSSY",
                "decimal(12,2)      | decimal(14,2)      | WIDER",
                "decimal(12,2)      | decimal(12,1)      | LOSSY",
                "decimal(12,2)      | decimal(6,2)       | NARROWER",
                "decimal(12,2)      | double             | LOOSER",
                "decimal(12,2)      | float              | LOSSY",
                "double             | float              | NARROWER",
                "float              | double             | WIDER_INTEGER",
                "varchar(255)       | varchar(20)        | NARROWER",
                "varchar(255)       | text               | WIDER",
                "varchar(255)       | char(255)          | LOSSY",
                "char(36)           | varchar(36)        | WIDER",
                "text               | varchar(255)       | NARROWER",
                "text               | mediumtext         | WIDER",
                "longtext           | text               | NARROWER",
                "varchar(20)        | blob               | LOSSY",
                "blob               | varbinary(255)     | NARROWER",
                "blob               | text               | OTHER_FAMILY",
                "binary(16)         | varchar(36)        | OTHER_FAMILY",
                "binary(16)         | binary(8)          | NOT_WRITTEN",
                "varchar(20)        | int                | OTHER_FAMILY",
                "varchar(20)        | date               | OTHER_FAMILY",
                "varchar(20)        | json               | OTHER_FAMILY",
                "json               | longtext           | LOSSY",
                "json               | text               | NARROWER",
                "datetime           | timestamp          | NARROWER",
                "timestamp          | datetime           | LOSSY",
                "datetime(6)        | datetime           | LOSSY",
                "datetime           | datetime(6)        | WIDER",
                "datetime           | date               | LOSSY",
                "date               | datetime           | LOOSER",
                "datetime           | varchar(30)        | LOOSER",
                "datetime           | bigint             | NOT_WRITTEN",
                "geometry           | int                | OTHER_FAMILY",
            })
    void judgesALiveType(String expected, String live, TypeFit fit) {
        assertThat(rules.fit(type(expected), STRICT, type(live), STRICT)).isEqualTo(fit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int          | smallint    | LOSSY",
                "int          | int unsigned    | SIGN_LOST",
                "decimal(10,2) | bit(64)    | SIGN_LOST",
                "int unsigned | smallint unsigned | LOSSY",
                "varchar(255) | varchar(20) | LOSSY",
                "varchar(20)  | int         | OTHER_FAMILY",
                "datetime     | bigint      | NOT_READ",
                "int          | json        | NOT_WRITTEN",
                "int          | bigint      | WIDER_INTEGER",
            })
    void expectsSilentChangesWhereTheSessionIsNotStrict(String expected, String live, TypeFit fit) {
        assertThat(rules.fit(type(expected), LOOSE, type(live), LOOSE)).isEqualTo(fit);
    }

    @Test
    void takesASessionForStrictWhenNothingIsSaidOfIt() {
        Schema silent = Schema.builder().build();

        assertThat(rules.fit(type("int"), silent, type("smallint"), silent)).isEqualTo(TypeFit.NARROWER);
    }

    @Test
    void judgesLabelsAgainstOtherTypesByWhatTheySay() {
        ColumnType words = new Labelled(Labelled.Kind.ENUM, List.of("good", "bad"));
        ColumnType digits = new Labelled(Labelled.Kind.ENUM, List.of("0", "1"));

        assertThat(fit(words, "varchar(4)")).isEqualTo(TypeFit.WIDER);
        assertThat(fit(words, "varchar(3)")).isEqualTo(TypeFit.NARROWER);
        assertThat(fit(words, "int")).isEqualTo(TypeFit.NOT_WRITTEN);
        assertThat(fit(digits, "int")).isEqualTo(TypeFit.OTHER_FAMILY);
        assertThat(rules.fit(type("varchar(9)"), STRICT, words, STRICT)).isEqualTo(TypeFit.OTHER_FAMILY);
    }

    @Test
    void saysNothingOfWhatIsLeftOpen() {
        Named open = new Named(ColumnType.of("varchar").name(), Modifier.UNSTATED, false);

        assertThat(rules.fit(open, STRICT, type("varchar(3)"), STRICT)).isEqualTo(TypeFit.SAME);
        assertThat(rules.fit(ColumnType.UNSTATED, STRICT, type("int"), STRICT)).isEqualTo(TypeFit.SAME);
    }

    @Test
    void refusesNoComparison() {
        assertThat(fit(type("date"), "int").impact(true, true).on(StatementKind.DELETE))
                .isLessThan(Effect.FAILS);
    }

    @ParameterizedTest
    @CsvSource({
        "utf8mb4, latin1, true",
        "utf8mb4, utf8mb3, true",
        "utf8mb3, utf8mb4, false",
        "utf8mb3, latin1, true",
        "utf8, utf8mb3, true",
        "latin1, utf8mb4, false",
        "latin1, latin2, false",
        "latin1, latin1, true",
        "utf8mb4, binary, false",
        "binary, utf8mb4, false",
        "utf8mb3, gb18030, false",
    })
    void knowsWhichCharacterSetHasAllCharactersOfAnother(String charset, String other, boolean holds) {
        assertThat(rules.holdsAllOf(charset, other)).isEqualTo(holds);
    }

    private TypeFit fit(ColumnType expected, String live) {
        return rules.fit(expected, STRICT, type(live), STRICT);
    }

    private static ColumnType type(String sql) {
        boolean unsigned = sql.endsWith(" unsigned");
        String plain = sql.replace(" unsigned", "");
        int open = plain.indexOf('(');
        Named named = open < 0
                ? ColumnType.of(plain)
                : ColumnType.of(
                        plain.substring(0, open),
                        plain.substring(open + 1, plain.length() - 1).split(","));
        return unsigned ? named.asUnsigned() : named;
    }
}
