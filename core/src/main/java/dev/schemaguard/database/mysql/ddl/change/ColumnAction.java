package dev.schemaguard.database.mysql.ddl.change;

import dev.schemaguard.ddl.draft.ColumnProperty;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Nullability;
import java.util.List;
import java.util.Optional;

/** What is said of a column. */
public sealed interface ColumnAction extends TableAction {

    /** The columns that are named, each once. */
    List<String> names();

    /**
     * A column is added.
     *
     * @param written the column
     * @param unlessExists whether nothing happens where there is such a column
     */
    record Add(WrittenColumn written, boolean unlessExists) implements ColumnAction {

        @Override
        public List<String> names() {
            return List.of(written.name());
        }

        @Override
        public Turn turn() {
            return Turn.ADD_COLUMNS;
        }

        @Override
        public void applyTo(TableWork work) {
            boolean there = work.column(written.name()).isPresent();
            if (there && unlessExists) {
                return;
            }
            if (there) {
                work.open("adds column '" + written.name() + "', which is there already");
                return;
            }
            if (unlessExists && !work.table().complete().contains(Family.COLUMNS)) {
                // It is there now for certain, but perhaps it was before and looks as it did.
                work.table()
                        .put(Column.builder(written.name())
                                .origin(written.column().origin())
                                .build());
                return;
            }
            work.table().put(written.in(work.options().characterSet()));
            work.later(written.also());
        }

        @Override
        public boolean conflicts(TableWork work) {
            return !unlessExists && work.column(written.name()).isPresent();
        }

        @Override
        public void doubt(TableWork work) {
            if (work.column(written.name()).isEmpty()) {
                work.table().complete().remove(Family.COLUMNS);
                written.also().forEach(action -> action.doubt(work));
            }
        }
    }

    /**
     * A column is defined anew, perhaps under another name.
     *
     * @param from its name so far
     * @param to what it is from then on
     * @param ifExists whether nothing happens where there is no such column
     */
    record Change(String from, WrittenColumn to, boolean ifExists) implements ColumnAction {

        @Override
        public List<String> names() {
            return from.equalsIgnoreCase(to.name()) ? List.of(from) : List.of(from, to.name());
        }

        @Override
        public Turn turn() {
            return Turn.RENAME_COLUMNS;
        }

        @Override
        public boolean conflicts(TableWork work) {
            return !ifExists && work.isMissing(from);
        }

        @Override
        public void applyTo(TableWork work) {
            if (!work.has(from, ifExists, "changes")) {
                return;
            }
            work.checks().dropOfColumn(from);
            Optional<Column> before = work.column(from);
            before.filter(old -> !old.name().equals(to.name()))
                    .ifPresent(old -> work.renameColumn(old.name(), to.name()));
            Column after = to.in(work.options().characterSet());
            boolean perhapsKey = after.nullability() == Nullability.NULLABLE
                    && !work.table().complete().contains(Family.PRIMARY_KEYS);
            work.table()
                    .put(
                            perhapsKey
                                    ? after.toBuilder()
                                            .nullability(Nullability.UNSTATED)
                                            .build()
                                    : after);
            before.ifPresent(old -> work.keys().retyped(after, old.type()));
            if (work.forked()
                    && KeyLength.isUnsized(after.type())
                    && work.keys().forgetOverAllOf(after.name())) {
                work.leaveIndexesOpen(
                        "how much of column '" + after.name() + "' its keys are over from then on hangs on the server");
            }
            work.later(to.also());
        }

        @Override
        public void doubt(TableWork work) {
            if (!from.equalsIgnoreCase(to.name())) {
                work.table().leaveUnstated();
                return;
            }
            work.column(from)
                    .ifPresent(old -> work.table()
                            .put(Column.builder(old.name()).origin(old.origin()).build()));
            to.also().forEach(action -> action.doubt(work));
        }
    }

    /**
     * A column is dropped.
     *
     * @param column its name
     * @param ifExists whether nothing happens where there is no such column
     */
    record Drop(String column, boolean ifExists) implements ColumnAction {

        @Override
        public List<String> names() {
            return List.of(column);
        }

        @Override
        public Turn turn() {
            return Turn.DROP_COLUMNS;
        }

        @Override
        public boolean conflicts(TableWork work) {
            return !ifExists && work.isMissing(column);
        }

        @Override
        public void applyTo(TableWork work) {
            if (work.has(column, ifExists, "drops")) {
                work.column(column).ifPresent(found -> work.dropColumn(found.name()));
            }
        }
    }

    /**
     * A column gets another name.
     *
     * @param column its name so far
     * @param to its new name
     * @param ifExists whether nothing happens where there is no such column
     */
    record Rename(String column, String to, boolean ifExists) implements ColumnAction {

        @Override
        public List<String> names() {
            return List.of(column, to);
        }

        @Override
        public Turn turn() {
            return Turn.RENAME_COLUMNS;
        }

        @Override
        public boolean conflicts(TableWork work) {
            return !ifExists && work.isMissing(column);
        }

        @Override
        public void applyTo(TableWork work) {
            if (work.has(column, ifExists, "renames")) {
                work.column(column).ifPresent(found -> work.renameColumn(found.name(), to));
            }
        }
    }

    /**
     * A column gets another default.
     *
     * @param column its name
     * @param columnDefault the default; none where it is dropped
     * @param ifExists whether nothing happens where there is no such column
     */
    record SetDefault(String column, ColumnDefault columnDefault, boolean ifExists) implements ColumnAction {

        @Override
        public List<String> names() {
            return List.of();
        }

        @Override
        public Turn turn() {
            return Turn.CHANGE_COLUMNS;
        }

        @Override
        public void applyTo(TableWork work) {
            if (work.has(column, ifExists, "changes")) {
                work.column(column)
                        .ifPresent(found -> work.table()
                                .change(
                                        found.name(),
                                        facts -> facts.columnDefault(LaterDefault.of(found, columnDefault, work))));
            }
        }

        @Override
        public void doubt(TableWork work) {
            work.column(column).ifPresent(found -> work.table().change(found.name(), ColumnProperty.DEFAULT::unstated));
        }
    }
}
