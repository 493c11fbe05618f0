package dev.schemaguard.ddl.draft;

import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.List;

/** One thing that a statement does to the schema. Any reader may give it; the replay carries it out. */
public interface Change {

    /** Where the script says so. */
    Origin origin();

    /** Carries it out. */
    void applyTo(Catalog catalog);

    /** Leaves open what it would have changed, for it is not known whether it is carried out, or with which names. */
    void doubt(Catalog catalog);

    /** Whether it notes by itself what it leaves open, and why. */
    default boolean notesDoubtItself() {
        return false;
    }

    /** The tables that it can change; empty where it changes none or where that cannot be told. */
    List<ObjectName> tables();

    /** Whether the server would refuse it, for what it creates is there already or what it changes is not. */
    default boolean conflicts(Catalog catalog) {
        return false;
    }
}
