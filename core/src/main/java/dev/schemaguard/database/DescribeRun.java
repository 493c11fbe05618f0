package dev.schemaguard.database;

import dev.schemaguard.ddl.RowStatement;
import dev.schemaguard.inspect.FailureKind;
import dev.schemaguard.inspect.Failures;
import dev.schemaguard.inspect.SpokenDuration;
import dev.schemaguard.text.Secrets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Goes through statements that a server is to describe, as long as there is time and a connection.
 *
 * @param failures what the server's failures mean
 * @param total how long all of it may take
 */
public record DescribeRun(Failures failures, Duration total) {

    /** What tells of the moment, and nothing of the statement. */
    private static final Set<FailureKind> OF_THE_MOMENT = EnumSet.of(
            FailureKind.CANCELLED,
            FailureKind.LOCKED,
            FailureKind.GAVE_WAY,
            FailureKind.OUT_OF_MEANS,
            FailureKind.TRANSACTION_FAILED,
            FailureKind.CATALOG_CHANGED);

    /** After these nothing more is to be had from the connection. */
    private static final Set<FailureKind> OF_THE_CONNECTION = EnumSet.of(
            FailureKind.CONNECTION_LOST,
            FailureKind.NOT_SERVING,
            FailureKind.SESSION_ENDED,
            FailureKind.TOO_MANY_CONNECTIONS);

    /**
     * Describes all, one answer each, in order.
     *
     * @param read what a text is
     * @param server asks the server
     */
    public List<Described> over(List<String> texts, Function<String, RowStatement> read, Server server) {
        long end = System.nanoTime() + total.toNanos();
        List<Described> answers = new ArrayList<>();
        String over = "";
        for (String text : texts) {
            if (over.isEmpty() && System.nanoTime() - end > 0) {
                over = "the time for all statements was up, " + SpokenDuration.of(total);
            }
            RowStatement statement = read.apply(text);
            if (statement instanceof RowStatement.None none) {
                answers.add(new Described.NotDescribed(none.reason()));
            } else if (!over.isEmpty()) {
                answers.add(new Described.NotDescribed(over));
            } else {
                try {
                    answers.add(server.describe((RowStatement.One) statement));
                } catch (SQLException e) {
                    over = "the connection was lost (" + Secrets.said(e) + ")";
                    answers.add(new Described.NotDescribed(over));
                }
            }
        }
        return answers;
    }

    /** The same answer for all that could be asked for: what the server is not asked for, and why. */
    public static List<Described> none(List<String> texts, String reason) {
        return texts.stream()
                .<Described>map(text -> new Described.NotDescribed(reason))
                .toList();
    }

    /**
     * What a failure says of a statement.
     *
     * @param code the server's code
     * @param proven whether the statement fails whatever values come with it, where its failure is of no kind of its own
     * @throws SQLException the failure itself, where the connection is of no use any more
     */
    public Described answer(SQLException failure, String code, boolean proven) throws SQLException {
        FailureKind kind = failures.of(failure);
        if (OF_THE_CONNECTION.contains(kind)) {
            throw failure;
        }
        String said = Secrets.said(failure);
        if (OF_THE_MOMENT.contains(kind)) {
            return new Described.NotDescribed("the server did not come to it (" + said + ")");
        }
        return proven
                ? new Described.Fails(code, said, kind)
                : new Described.NotDescribed(
                        "whether it fails is decided by the types of its values, which are not known here (" + said
                                + ")");
    }

    /** Asks the server for one statement. */
    public interface Server {

        /**
         * Has a statement prepared, and not run.
         *
         * @throws SQLException if the connection is of no use any more
         */
        Described describe(RowStatement.One statement) throws SQLException;
    }
}
