package dev.schemaguard.source.snapshot;

import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Constraint.Enforcement;
import dev.schemaguard.model.Constraint.ReferentialAction;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.SqlText;
import java.util.List;
import java.util.Optional;

/** Reads keys and rules. */
final class SnapshotConstraints {

    private final SnapshotInput in;

    SnapshotConstraints(SnapshotInput in) {
        this.in = in;
    }

    Constraint constraint() {
        return new Fields().read();
    }

    /** The fields of one rule, in whatever order they come. */
    private final class Fields {

        /** The field that tells the kind of rule. */
        private String kind = "";

        /** What that field holds: the columns of a key, or the text of another rule. */
        private List<String> columns = List.of();

        private String text = "";
        private String name = "";
        private Origin origin = in.here();
        private boolean nullsNotDistinct;
        private Optional<ObjectName> target = Optional.empty();
        private List<String> targetColumns = List.of();
        private ReferentialAction onDelete = ReferentialAction.NO_ACTION;
        private ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
        private Optional<String> written = Optional.empty();
        private boolean deferrable;
        private boolean validated = true;
        private boolean enforced = true;

        Constraint read() {
            in.startObject();
            while (in.nextField()) {
                switch (in.field()) {
                    case "name" -> name = in.text();
                    case "primaryKey", "unique", "foreignKey" -> {
                        is(in.field());
                        columns = in.namesOfKey();
                    }
                    case "check", "exclude" -> {
                        is(in.field());
                        text = in.text();
                    }
                    case "checkWritten" -> written = Optional.of(in.text());
                    default -> detail();
                }
            }
            return constraint(enforcement());
        }

        private void is(String newKind) {
            if (!kind.isEmpty()) {
                throw in.wrong("the rule is of another kind already");
            }
            kind = newKind;
        }

        private void detail() {
            switch (in.field()) {
                case "nullsNotDistinct" -> nullsNotDistinct = in.flag();
                case "references" -> target = Optional.of(in.objectName());
                case "referencedColumns" -> targetColumns = in.names();
                case "onDelete" -> onDelete = in.word(EnumNames.ACTIONS);
                case "onUpdate" -> onUpdate = in.word(EnumNames.ACTIONS);
                case "deferrable" -> deferrable = in.flag();
                case "validated" -> validated = in.flag();
                case "enforced" -> enforced = in.flag();
                case "from" -> origin = in.origin();
                default -> in.skip();
            }
        }

        private Enforcement enforcement() {
            boolean ordinary = !deferrable && validated && enforced;
            return ordinary ? Enforcement.ORDINARY : new Enforcement(deferrable, validated, enforced);
        }

        private Constraint constraint(Enforcement enforcement) {
            return switch (kind) {
                case "primaryKey" -> new Constraint.PrimaryKey(name, columns, enforcement, origin);
                case "unique" -> new Constraint.UniqueKey(name, columns, nullsNotDistinct, enforcement, origin);
                case "foreignKey" -> foreignKey(enforcement);
                case "check" ->
                    new Constraint.Check(name, new SqlText(text, written.orElse(text)), enforcement, origin);
                case "exclude" -> new Constraint.Exclusion(name, text, enforcement, origin);
                default ->
                    throw in.wrong("the rule is none of \"primaryKey\", \"unique\", \"foreignKey\", \"check\" and"
                            + " \"exclude\"");
            };
        }

        private Constraint foreignKey(Enforcement enforcement) {
            if (target.isEmpty()) {
                throw in.wrong("the foreign key does not say what it \"references\"");
            }
            return new Constraint.ForeignKey(
                    name, columns, target.get(), targetColumns, onDelete, onUpdate, enforcement, origin);
        }
    }
}
