package dev.schemaguard.database.mysql.ddl.change;

import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Constraint.Enforcement;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Index;
import java.util.List;
import java.util.Set;

/** What is said of a foreign key or a check. */
public sealed interface RuleAction extends TableAction {

    @Override
    default void doubt(TableWork work) {
        work.table().complete().removeAll(Set.of(Family.FOREIGN_KEYS, Family.CHECKS, Family.INDEXES));
    }

    /**
     * A foreign key is added.
     *
     * @param key the key; a name left to the server is empty
     * @param index the name of the index that the server makes for it where none serves; empty for that of a column
     * @param unlessExists whether nothing happens where the name is taken
     */
    record AddForeignKey(Constraint.ForeignKey key, String index, boolean unlessExists) implements RuleAction {

        @Override
        public Turn turn() {
            return Turn.ADD_FOREIGN_KEYS;
        }

        @Override
        public boolean conflicts(TableWork work) {
            return !unlessExists && work.rule(key.name()).isPresent();
        }

        @Override
        public void applyTo(TableWork work) {
            boolean mayBeThere = !work.table().complete().contains(Family.FOREIGN_KEYS);
            if (unlessExists && (mayBeThere || work.rule(key.name()).isPresent())) {
                return;
            }
            Constraint.ForeignKey own = work.spelled(key);
            List<Index.Part> parts =
                    own.columns().stream().<Index.Part>map(Index.ColumnPart::of).toList();
            if (own.columns().stream().anyMatch(work::isUnsized)) {
                work.leaveIndexesOpen("what the server indexes for foreign key " + own.columns() + " is not known");
            } else if (!work.keys().make(parts, index, key.origin())) {
                work.leaveIndexesOpen("which index of " + own.columns() + " has which name hangs on the server");
            }
            if (work.options().keepsForeignKeys()) {
                String name = own.name().isEmpty() ? work.names().foreignKey() : own.name();
                work.table().constraints().add(own.withName(name));
            }
        }
    }

    /**
     * A column refers to another table where it is defined: an older MySQL takes no notice of that, a newer one makes a foreign key.
     */
    record PerhapsForeignKey() implements RuleAction {

        @Override
        public Turn turn() {
            return Turn.ADD_FOREIGN_KEYS;
        }

        @Override
        public void applyTo(TableWork work) {
            work.table().complete().removeAll(Set.of(Family.FOREIGN_KEYS, Family.INDEXES));
        }
    }

    /**
     * A check is added.
     *
     * @param check the check; a name left to the server is empty
     * @param column the column with which it goes, which MariaDB forgets when the column is defined anew; empty for none
     * @param unlessExists whether nothing happens where the name is taken
     */
    record AddCheck(Constraint.Check check, String column, boolean unlessExists) implements RuleAction {

        @Override
        public Turn turn() {
            return Turn.ADD_CHECKS;
        }

        @Override
        public void applyTo(TableWork work) {
            if (unlessExists && work.rule(check.name()).isPresent()) {
                return;
            }
            boolean ofColumn = work.forked() && !column.isEmpty();
            String name =
                    ofColumn ? column : check.name().isEmpty() ? work.names().check() : check.name();
            if (work.forked() && work.checks().isTaken(name, ofColumn)) {
                work.leaveChecksOpen(name);
                return;
            }
            if (ofColumn) {
                work.checks().noteOfColumn(column);
            }
            work.table().constraints().add(check.withName(name));
        }
    }

    /**
     * A foreign key, a check or, where anything is meant, a key is dropped.
     *
     * @param name its name
     * @param what the only kind of rule that is meant
     * @param ifExists whether nothing happens where there is none
     */
    record Drop(String name, Class<? extends Constraint> what, boolean ifExists) implements RuleAction {

        @Override
        public Turn turn() {
            return Turn.DROP_RULES;
        }

        @Override
        public boolean conflicts(TableWork work) {
            boolean known = work.table().complete().contains(Family.FOREIGN_KEYS);
            return !ifExists
                    && known
                    && work.rule(name).isEmpty()
                    && !work.keys().has(name);
        }

        @Override
        public void applyTo(TableWork work) {
            boolean dropped = work.dropRule(name, what)
                    || what.equals(Constraint.class) && work.keys().drop(name);
            if (dropped || ifExists || work.checks().dropForgotten(name)) {
                return;
            }
            boolean open = !work.table().complete().containsAll(Set.of(Family.CHECKS, Family.FOREIGN_KEYS));
            if (open) {
                // One that is not known is among those that are left open, and which of them are left is not known,
                // either.
                work.checks().forgetAll();
            } else {
                work.forgetRules("drops rule '" + name + "', which no statement before it creates");
            }
        }

        @Override
        public void doubt(TableWork work) {
            work.dropRule(name, what);
            RuleAction.super.doubt(work);
            if (what.equals(Constraint.class)) {
                work.keys().drop(name);
                work.table().complete().removeAll(Set.of(Family.UNIQUE_KEYS, Family.PRIMARY_KEYS));
            }
        }
    }

    /**
     * A check is held to from now on, or is not any more.
     *
     * @param name its name
     * @param enforced whether it is held to
     */
    record Enforce(String name, boolean enforced) implements RuleAction {

        @Override
        public Turn turn() {
            return Turn.RENAME_KEYS;
        }

        @Override
        public void applyTo(TableWork work) {
            List<Constraint> found = work.rule(name).stream().toList();
            work.table()
                    .constraints()
                    .replaceAll(rule ->
                            found.contains(rule) ? rule.withEnforcement(new Enforcement(false, true, enforced)) : rule);
        }
    }
}
