package dev.schemaguard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.mysql.server.Product;
import dev.schemaguard.database.mysql.type.MysqlTypeRules;
import dev.schemaguard.drift.TypeFit;
import dev.schemaguard.embedded.MysqlDatabase;
import dev.schemaguard.embedded.MysqlDriver;
import dev.schemaguard.embedded.TestMysql;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ColumnType.Labelled;
import dev.schemaguard.model.Schema;
import dev.schemaguard.proof.TypeMatrix.Pair;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the guard says of every pair of types is what happens on MySQL and on MariaDB, through either driver, when a release that
 * means the one meets the other.
 */
@Tag("databases")
class MysqlTypeMatrixTest {

    private static final MysqlTypeRules RULES = new MysqlTypeRules(Product.MYSQL);
    private static final Schema NOTHING = Schema.builder().build();
    private static final String STRICT = "STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION";

    private final Map<String, Measured> pairs = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final Map<TypeFit, Integer> counts = new EnumMap<>(TypeFit.class);
    private final Set<MysqlLawOverMeasure> used = EnumSet.noneOf(MysqlLawOverMeasure.class);

    /** A pair of types with what was measured of it on each server, through each driver. */
    private record Measured(TypeCase expected, TypeCase live, List<TypeFit> fits, List<String> details) {}

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void saysOfEveryPairWhatBothServersAndBothDriversDo(boolean strict) throws Exception {
        String mode = strict ? STRICT : "";
        for (TestMysql server : List.of(TestMysql.MYSQL, TestMysql.MARIADB)) {
            for (MysqlDriver driver : MysqlDriver.values()) {
                measure(server, driver, mode);
            }
        }
        Schema live = Schema.builder().settings(Map.of("sql_mode", mode)).build();
        pairs.values().forEach(pair -> compare(pair, live));
        Sheet sheet = new Sheet("type-matrix-mysql" + (strict ? "" : "-not-strict"));
        sheet.line("Pairs of types by how the live one serves: " + counts + ", said otherwise: " + wrong.size());
        wrong.forEach(sheet::line);
        sheet.keep();

        assertThat(wrong)
                .as("pairs of which the guard says something else than was measured")
                .isEmpty();
        if (strict) {
            assertThat(MysqlLawOverMeasure.values())
                    .filteredOn(MysqlLawOverMeasure::isNeededEverywhere)
                    .as("exceptions that are still needed")
                    .allMatch(used::contains);
        }
    }

    private void measure(TestMysql server, MysqlDriver driver, String mode) throws SQLException {
        List<TypeCase> cases = MysqlTypeCases.of(server == TestMysql.MARIADB);
        for (Pair pair : measured(server, driver, cases, mode)) {
            TypeCase expected = cases.get(pair.expected());
            TypeCase live = cases.get(pair.live());
            Measured all = pairs.computeIfAbsent(
                    expected.sql() + " met by " + live.sql(),
                    name -> new Measured(expected, live, new ArrayList<>(), new ArrayList<>()));
            TypeFit fit = pair.measured().fit(pair.readsExtremes());
            all.fits().add(fit);
            all.details().add(server + " by " + driver + " " + fit + " " + pair.measured());
        }
    }

    private static List<Pair> measured(TestMysql server, MysqlDriver driver, List<TypeCase> cases, String mode)
            throws SQLException {
        try (MysqlDatabase database = server.database();
                Connection connection = database.direct(driver).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set time_zone = '-03:30', sql_mode = '" + mode + "'");
            TypeMatrix matrix = new TypeMatrix(connection, cases);
            matrix.prepare();
            return matrix.measure((expected, live) -> !isComparedByLabels(expected, live));
        }
    }

    private static boolean isComparedByLabels(TypeCase expected, TypeCase live) {
        return type(expected) instanceof Labelled wanted
                && type(live) instanceof Labelled found
                && wanted.kind() == found.kind();
    }

    private void compare(Measured pair, Schema live) {
        TypeFit said = RULES.fit(type(pair.expected()), NOTHING, type(pair.live()), live);
        TypeFit strict = RULES.fit(type(pair.expected()), NOTHING, type(pair.live()), NOTHING);
        counts.merge(said, 1, Integer::sum);
        boolean mild = said == TypeFit.OTHER_FAMILY && strict.compareTo(TypeFit.OTHER_FAMILY) > 0;
        if (isRight(said, pair.fits(), mild)) {
            return;
        }
        for (MysqlLawOverMeasure exception : MysqlLawOverMeasure.values()) {
            if (exception.holds(type(pair.expected()), type(pair.live()), strict)) {
                used.add(exception);
                return;
            }
        }
        wrong.add(pair.expected().sql() + " met by " + pair.live().sql() + ": said " + said + ", measured "
                + pair.fits() + " " + pair.details());
    }

    /**
     * Who says that statements fail has to be right on each server with each driver, and who says that nothing happens, too.
     *
     * @param mild whether less may be said than was measured: what a session that is not strict refuses hangs on many settings
     */
    private static boolean isRight(TypeFit said, List<TypeFit> measured, boolean mild) {
        Weight least = Weight.of(Collections.min(measured, Comparator.comparing(Weight::of)));
        Weight most = Weight.of(Collections.max(measured, Comparator.comparing(Weight::of)));
        return switch (Weight.of(said)) {
            case NOTHING -> most == Weight.NOTHING;
            case ADVISORY -> most == Weight.ADVISORY;
            case RISKY -> most.compareTo(Weight.RISKY) >= 0 && (mild || least != Weight.BREAKING);
            case BREAKING -> least == Weight.BREAKING;
        };
    }

    private enum Weight {
        NOTHING,
        ADVISORY,
        RISKY,
        BREAKING;

        static Weight of(TypeFit fit) {
            return switch (fit) {
                case SAME, WIDER -> NOTHING;
                case WIDER_INTEGER, LOOSER -> ADVISORY;
                case LOSSY, SIGN_LOST, NARROWER, OTHER_FAMILY, INCOMPARABLE -> RISKY;
                case UNREADABLE, DIFFERENT, NOT_READ, NOT_WRITTEN -> BREAKING;
            };
        }
    }

    private static ColumnType type(TypeCase type) {
        String sql = type.sql().replace(" null", "");
        int open = sql.indexOf('(');
        if (sql.endsWith("')")) {
            Labelled.Kind kind = sql.startsWith("enum") ? Labelled.Kind.ENUM : Labelled.Kind.SET;
            List<String> labels =
                    List.of(sql.substring(open + 2, sql.length() - 2).split("','", -1));
            return new Labelled(
                    kind, labels.stream().map(label -> label.replace("''", "'")).toList());
        }
        boolean unsigned = sql.endsWith(" unsigned");
        String plain = sql.replace(" unsigned", "");
        ColumnType.Named named = open < 0
                ? ColumnType.of(plain)
                : ColumnType.of(
                        plain.substring(0, open),
                        plain.substring(open + 1, plain.length() - 1).split(","));
        return unsigned ? named.asUnsigned() : named;
    }
}
