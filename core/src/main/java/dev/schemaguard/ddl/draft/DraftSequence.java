package dev.schemaguard.ddl.draft;

import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Sequence;
import java.util.Optional;
import java.util.OptionalLong;

/** A sequence in the making. */
public final class DraftSequence {

    private ObjectName name;
    private int number;
    private final Origin origin;
    private OptionalLong increment;
    private Optional<DraftTable> owner = Optional.empty();
    private String ownerColumn = "";

    public DraftSequence(ObjectName name, OptionalLong increment, Origin origin) {
        this.name = name;
        this.increment = increment;
        this.origin = origin;
    }

    /** What it is called by whoever remembers it under whatever name. */
    int number() {
        return number;
    }

    void number(int newNumber) {
        number = newNumber;
    }

    public ObjectName name() {
        return name;
    }

    void rename(ObjectName newName) {
        name = newName;
    }

    public void increment(long newIncrement) {
        increment = OptionalLong.of(newIncrement);
    }

    /** Makes it go with a column. */
    public void own(DraftTable table, String column) {
        disown();
        owner = Optional.of(table);
        ownerColumn = column;
        table.sequences().add(this);
    }

    public void disown() {
        owner.ifPresent(table -> table.sequences().remove(this));
        owner = Optional.empty();
        ownerColumn = "";
    }

    /** The table with whose column it goes. */
    Optional<DraftTable> owner() {
        return owner;
    }

    /** Whether it goes with that table. */
    public boolean isOwnedBy(DraftTable table) {
        return owner.filter(table::equals).isPresent();
    }

    /** Whether it goes with that column. */
    public boolean isOwnedBy(DraftTable table, String column) {
        return isOwnedBy(table) && ownerColumn.equals(column);
    }

    /** Whether it is gone with the session. */
    boolean isTemporary() {
        return name.schema().equals(SearchPath.TEMPORARY)
                || owner.filter(DraftTable::isTemporary).isPresent();
    }

    /** The sequence: one that stands behind no column is there to be named by the release. */
    Sequence toSequence() {
        Sequence.Role role = owner.isPresent() ? Sequence.Role.OWNED : Sequence.Role.GENERATOR;
        return new Sequence(name, role, increment, origin);
    }
}
