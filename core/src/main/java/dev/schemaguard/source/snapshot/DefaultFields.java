package dev.schemaguard.source.snapshot;

import dev.schemaguard.model.ColumnDefault;
import java.util.Optional;

/** The fields that say the default of a column or a domain, in whatever order they come. */
final class DefaultFields {

    private final SnapshotInput in;
    private Optional<ColumnDefault> columnDefault = Optional.empty();
    private Optional<String> written = Optional.empty();
    private boolean compared = true;

    DefaultFields(SnapshotInput in) {
        this.in = in;
    }

    /** Reads the field at which the input stands, if it is one of them. */
    boolean read() {
        switch (in.field()) {
            case "default" -> columnDefault = Optional.of(in.columnDefault());
            case "defaultWritten" -> written = Optional.of(in.text());
            case "defaultCompared" -> compared = in.flag();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What the fields say; nothing where there is no default among them. */
    Optional<ColumnDefault> columnDefault() {
        if (columnDefault.isPresent() && columnDefault.get() instanceof ColumnDefault.Expression expression) {
            ColumnDefault.Expression whole = written.map(expression::written).orElse(expression);
            return Optional.of(compared ? whole : whole.notCompared());
        }
        return columnDefault;
    }
}
