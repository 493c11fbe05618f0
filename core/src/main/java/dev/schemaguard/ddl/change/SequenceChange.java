package dev.schemaguard.ddl.change;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.draft.DraftSequence;
import dev.schemaguard.ddl.draft.Numbering;
import dev.schemaguard.ddl.script.Holes;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A change of one sequence. */
public sealed interface SequenceChange extends Change {

    /** The sequence. */
    ObjectName name();

    @Override
    default List<ObjectName> tables() {
        return List.of();
    }

    /** Nothing is stated of the sequence any more, not even that it is there. */
    @Override
    default void doubt(Catalog catalog) {
        for (DraftSequence sequence : catalog.sequences().all()) {
            if (Holes.fits(name().name(), sequence.name().name())) {
                catalog.remove(sequence);
            }
        }
    }

    /**
     * A sequence is created.
     *
     * @param name its name
     * @param temporary whether it goes with the session
     * @param unlessExists whether nothing happens where the name is taken
     * @param options what is said of it
     * @param origin where the script says so
     */
    record Create(ObjectName name, boolean temporary, boolean unlessExists, Options options, Origin origin)
            implements SequenceChange {

        @Override
        public boolean conflicts(Catalog catalog) {
            return !unlessExists
                    && catalog.sequences().find(name, catalog.path()).isPresent();
        }

        @Override
        public void doubt(Catalog catalog) {
            // A sequence that may not be there is not stated; one that is there stays as it is.
        }

        @Override
        public void applyTo(Catalog catalog) {
            ObjectName created =
                    temporary ? catalog.temporary(name) : catalog.path().created(name);
            if (catalog.sequences().has(created)) {
                return;
            }
            boolean mayBeThere = unlessExists && catalog.mayHoldMore();
            OptionalLong stated = options.increment().isPresent() ? options.increment() : OptionalLong.of(1);
            OptionalLong increment = mayBeThere ? OptionalLong.empty() : stated;
            DraftSequence sequence = new DraftSequence(created, increment, origin);
            catalog.add(sequence);
            options.owner().ifPresent(owner -> owner.takes(catalog, sequence));
        }
    }

    /**
     * A sequence gets other options.
     *
     * @param name its name
     * @param ifExists whether nothing happens where there is none
     * @param options what changes
     * @param origin where the script says so
     */
    record Alter(ObjectName name, boolean ifExists, Options options, Origin origin) implements SequenceChange {

        @Override
        public void applyTo(Catalog catalog) {
            catalog.sequences().find(name, catalog.path()).ifPresent(sequence -> {
                options.increment().ifPresent(sequence::increment);
                options.owner().ifPresent(owner -> owner.takes(catalog, sequence));
            });
        }
    }

    /**
     * A sequence gets another name.
     *
     * @param name its old name
     * @param to its new name
     * @param ifExists whether nothing happens where there is none
     * @param origin where the script says so
     */
    record Rename(ObjectName name, String to, boolean ifExists, Origin origin) implements SequenceChange {

        @Override
        public void applyTo(Catalog catalog) {
            catalog.sequences()
                    .find(name, catalog.path())
                    .ifPresent(sequence -> catalog.rename(
                            sequence, ObjectName.of(sequence.name().schema(), to)));
        }
    }

    /**
     * A sequence moves to another schema.
     *
     * @param name its old name
     * @param schema the new schema
     * @param origin where the script says so
     */
    record Move(ObjectName name, String schema, Origin origin) implements SequenceChange {

        @Override
        public void applyTo(Catalog catalog) {
            catalog.sequences()
                    .find(name, catalog.path())
                    .ifPresent(sequence -> catalog.rename(
                            sequence, ObjectName.of(schema, sequence.name().name())));
        }
    }

    /**
     * A sequence is dropped.
     *
     * @param name its name
     * @param cascade whether the defaults that call it go with it
     * @param origin where the script says so
     */
    record Drop(ObjectName name, boolean cascade, Origin origin) implements SequenceChange {

        @Override
        public void applyTo(Catalog catalog) {
            Optional<DraftSequence> dropped = catalog.sequences().find(name, catalog.path());
            if (cascade) {
                dropped.ifPresent(sequence -> DependentsChange.note(
                        catalog, Numbering.stop(catalog, sequence), "DROP SEQUENCE '" + name + "' CASCADE", origin));
            }
            dropped.ifPresent(catalog::remove);
        }
    }

    /**
     * What a statement says of a sequence.
     *
     * @param increment the step, where it is said
     * @param owner the column that it goes with, where it is said
     */
    record Options(OptionalLong increment, Optional<Owner> owner) {}

    /**
     * The column that a sequence goes with.
     *
     * @param table the table
     * @param column the column; empty for none
     */
    record Owner(ObjectName table, String column) {

        private void takes(Catalog catalog, DraftSequence sequence) {
            if (column.isEmpty()) {
                sequence.disown();
                return;
            }
            // With a table that is not known it may be gone whenever that is dropped.
            catalog.table(table).ifPresentOrElse(draft -> sequence.own(draft, column), () -> catalog.remove(sequence));
        }
    }
}
