package dev.schemaguard.proof.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.drift.TypeFit;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the guard says of every pair of H2's types is what happens when a release that means the one meets the other. */
@Tag("proof")
class H2TypeMatrixTest {

    private static final Set<String> TEXTS =
            Set.of("varchar", "varchar(255)", "varchar(20)", "varchar_ignorecase(255)", "clob");

    @Test
    void saysOfEveryPairWhatTheDatabaseDoes() throws Exception {
        List<TypeSample> all = H2Samples.all();
        List<String> wrong = new ArrayList<>();
        Map<TypeFit, Integer> counts = new EnumMap<>(TypeFit.class);
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:;TIME ZONE=America/St_Johns")) {
            prepare(connection, all);
            Database database = Databases.behind(connection);
            Schema live = database.inspector()
                    .inspect(connection, InspectionScope.EVERYTHING)
                    .schema();
            MeasuredFit measure = new MeasuredFit(connection);
            for (int e = 0; e < all.size(); e++) {
                for (int l = 0; l < all.size(); l++) {
                    MeasuredFit.Measured measured = measure.of(all.get(e), "OWN" + e, all.get(l), "LIVE" + l);
                    TypeFit law = law(all.get(e).sql(), all.get(l).sql(), measured.fit());
                    TypeFit said = database.types().fit(type(live, e), live, type(live, l), live);
                    counts.merge(law, 1, Integer::sum);
                    if (!isTrue(said, law, all.get(l).sql())) {
                        wrong.add(all.get(e).sql() + " met by " + all.get(l).sql() + ": said " + said + ", measured "
                                + law + measured.sample());
                    }
                }
            }
        }

        assertThat(wrong).as("of %s", counts).isEmpty();
    }

    /** Of another family, "may fail" says what of the same one is called narrower. */
    private static boolean isTrue(TypeFit said, TypeFit law, String live) {
        return said == law
                || said == TypeFit.WIDER && law == TypeFit.SAME
                || said == TypeFit.OTHER_FAMILY
                        && (law == TypeFit.NARROWER
                                || law == TypeFit.INCOMPARABLE
                                || law == TypeFit.LOSSY && live.equals("boolean")
                                || law == TypeFit.UNREADABLE && live.endsWith("array"));
    }

    /** Where the law says more than values show: others read and write, too, and on another day. */
    private static TypeFit law(String expected, String live, TypeFit measured) {
        boolean bothTimes = isTime(expected) && isTime(live) && !expected.equals(live);
        boolean padded = expected.equals("char(20)") && TEXTS.contains(live);
        boolean toFloat = expected.matches("numeric.*|decfloat") && live.matches("real|double precision");
        // Whoever means padded texts deals with the blanks; labels are compared by themselves.
        boolean bothLabelled = expected.startsWith("enum") && live.startsWith("enum");
        if (padded && measured == TypeFit.LOSSY || bothLabelled) {
            return TypeFit.SAME;
        }
        boolean sameFamily = expected.replaceAll("\\(.*", "").equals(live.replaceAll("\\(.*", ""));
        return measured == TypeFit.SAME && (bothTimes && !sameFamily || toFloat) ? TypeFit.LOSSY : measured;
    }

    private static boolean isTime(String type) {
        return type.startsWith("time") || type.equals("date");
    }

    private static void prepare(Connection connection, List<TypeSample> all) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < all.size(); i++) {
                statement.execute("create table own" + i + " (c " + all.get(i).sql() + ")");
                statement.execute("create table live" + i + " (c " + all.get(i).sql() + ")");
            }
        }
    }

    private static ColumnType type(Schema schema, int index) {
        return schema.table(ObjectName.of("PUBLIC", "LIVE" + index))
                .orElseThrow()
                .columns()
                .get(0)
                .type();
    }
}
