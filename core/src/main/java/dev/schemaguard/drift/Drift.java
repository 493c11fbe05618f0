package dev.schemaguard.drift;

import dev.schemaguard.model.Origin;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Use;
import java.util.Optional;

/** One named difference between an expected and a live schema. It holds both values. */
public sealed interface Drift
        permits SchemaDrift,
                TableDrift,
                ColumnDrift,
                ConstraintDrift,
                ObjectDrift,
                LabelDrift,
                AccessDrift,
                StatementDrift {

    /** What kind of difference it is. */
    Kind kind();

    /** What it is about. */
    Subject subject();

    /** What the release expects, for people; empty where it expects nothing of the kind. */
    Optional<String> expected();

    /** What the database has, for people; empty where it has nothing of the kind. */
    Optional<String> actual();

    /** What it does to each kind of statement. */
    Impact impact();

    /** What the release does with the table (or writes to the column) by one kind of statement. */
    Use use(StatementKind statement);

    /**
     * Whether the release is taken to send such a statement: because the expectation says so, or because whoever names the
     * thing at all must send it. What fails then is breaking, and only then is said of every statement.
     */
    default boolean isSent(StatementKind statement) {
        return switch (use(statement)) {
            case ALWAYS -> true;
            case NEVER -> false;
            case UNSTATED -> isFatal(statement);
        };
    }

    /** Whether a failure of such a statement counts where the expectation does not say that the release sends it. */
    default boolean isFatal(StatementKind statement) {
        return kind().isFatal();
    }

    /** What is different and what follows from it, in one sentence without a full stop. */
    String message();

    /** Where the expectation says so; {@link Origin#NONE} where it says nothing about the matter. */
    Origin origin();
}
