package dev.schemaguard.drift;

import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.TableUse;
import dev.schemaguard.model.Use;
import java.util.Optional;

/** A difference of the values that an enum, or a check in its place, allows. */
public sealed interface LabelDrift extends Drift {

    /** Where the labels are listed. */
    Listed listed();

    /** The label in question. */
    String label();

    @Override
    default Subject subject() {
        return new Subject(
                listed().where().schema(),
                listed().column().map(column -> listed().where().name()),
                listed().column(),
                Optional.of(
                        listed().column().isPresent()
                                ? label()
                                : listed().where().name() + "." + label()));
    }

    @Override
    default Use use(StatementKind statement) {
        return listed().use().of(statement);
    }

    @Override
    default Origin origin() {
        return listed().origin();
    }

    /**
     * What lists labels: a native enum, or a check of one column.
     *
     * @param where the live type, or the live table
     * @param column the checked column; empty for a native enum
     * @param use what the release does with the table; unstated for a native enum
     * @param origin where the expectation lists them
     */
    record Listed(ObjectName where, Optional<String> column, TableUse use, Origin origin) {

        String name() {
            return "`" + where.name() + column.map(name -> "." + name).orElse("") + "`";
        }
    }

    /** The release writes or looks for a label that the database refuses. */
    record LabelMissing(Listed listed, String label) implements LabelDrift {

        @Override
        public Kind kind() {
            return Kind.ENUM_LABEL_MISSING;
        }

        @Override
        public Optional<String> expected() {
            return Optional.of("label '" + label + "'");
        }

        @Override
        public Optional<String> actual() {
            return Optional.empty();
        }

        @Override
        public Impact impact() {
            // Looking for an unknown label fails with a native enum only; a checked text simply finds nothing.
            Impact writes = Impact.onWrites(Effect.MAY_FAIL);
            return listed.column().isPresent() ? writes : writes.with(StatementKind.SELECT, Effect.MAY_FAIL);
        }

        @Override
        public String message() {
            return "a statement that writes '" + label + "' to " + listed.name() + " fails: the database does not know"
                    + " the label";
        }
    }

    /** The database knows a label that the release does not. */
    record LabelExtra(Listed listed, String label) implements LabelDrift {

        @Override
        public Kind kind() {
            return Kind.ENUM_LABEL_EXTRA;
        }

        @Override
        public Optional<String> expected() {
            return Optional.empty();
        }

        @Override
        public Optional<String> actual() {
            return Optional.of("label '" + label + "'");
        }

        @Override
        public Impact impact() {
            return Impact.onReads(Effect.DEGRADED);
        }

        @Override
        public String message() {
            return "a row of " + listed.name() + " may hold '" + label + "', which the release does not know";
        }
    }
}
