package dev.schemaguard.proof;

import dev.schemaguard.proof.PairRun.Fate;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** Every pair of some types, measured on one server through one driver. */
final class TypeMatrix {

    private final Connection connection;
    private final List<TypeCase> cases;

    TypeMatrix(Connection connection, List<TypeCase> cases) {
        this.connection = connection;
        this.cases = List.copyOf(cases);
    }

    /**
     * A pair of types, by their places among the cases.
     *
     * @param measured what became of the values of the expected type in a column of the live one
     * @param readsExtremes whether a release of the expected type can read whatever the live one holds
     */
    record Pair(int expected, int live, PairFit measured, boolean readsExtremes) {}

    /** Makes a table for each type, with a column {@code c}. */
    void prepare() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < cases.size(); i++) {
                statement.execute("create table " + table(i) + " (id integer, c "
                        + cases.get(i).sql() + ")");
            }
        }
    }

    List<Pair> measure(BiPredicate<TypeCase, TypeCase> wanted) throws SQLException {
        PairRun run = new PairRun(connection);
        List<Pair> pairs = new ArrayList<>();
        for (int e = 0; e < cases.size(); e++) {
            TypeCase expected = cases.get(e);
            List<Fate> usual = run.run(expected, table(e));
            for (int l = 0; l < cases.size(); l++) {
                TypeCase live = cases.get(l);
                if (wanted.test(expected, live)) {
                    PairFit measured = PairFit.of(expected, usual, run.run(expected, table(l)));
                    pairs.add(new Pair(e, l, measured, run.readsExtremes(expected, live, table(l))));
                }
            }
        }
        return pairs;
    }

    static String table(int index) {
        return "t" + index;
    }
}
