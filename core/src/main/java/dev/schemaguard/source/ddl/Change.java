package dev.schemaguard.source.ddl;

import dev.schemaguard.model.Origin;

/** One thing that a statement does to the schema. Any reader may give it; the replay carries it out. */
sealed interface Change
        permits TableChange,
                ColumnChange,
                ConstraintChange,
                IndexChange,
                TypeChange,
                SequenceChange,
                NamespaceChange,
                Unreadable {

    /** Where the script says so. */
    Origin origin();

    /** Carries it out. */
    void applyTo(Catalog catalog);
}
