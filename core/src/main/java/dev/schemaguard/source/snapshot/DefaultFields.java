package dev.schemaguard.source.snapshot;

import dev.schemaguard.model.ColumnDefault;
import java.util.Optional;

/** The fields that say what the database gives a column or a domain by itself, in whatever order they come. */
final class DefaultFields {

    /** The fields of a default. */
    static final Names DEFAULT = new Names("default", "defaultWritten", "defaultCompared");

    /** The fields of what updates give. */
    static final Names ON_UPDATE = new Names("onUpdate", "onUpdateWritten", "onUpdateCompared");

    private final SnapshotInput in;
    private final Names names;
    private Optional<ColumnDefault> columnDefault = Optional.empty();
    private Optional<String> written = Optional.empty();
    private boolean compared = true;

    DefaultFields(SnapshotInput in, Names names) {
        this.in = in;
        this.names = names;
    }

    /** Reads the field at which the input stands, if it is one of them. */
    boolean read() {
        String field = in.field();
        if (field.equals(names.expression())) {
            columnDefault = Optional.of(in.columnDefault());
        } else if (field.equals(names.written())) {
            written = Optional.of(in.text());
        } else if (field.equals(names.compared())) {
            compared = in.flag();
        } else {
            return false;
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

    /** What the fields are called. */
    record Names(String expression, String written, String compared) {}
}
