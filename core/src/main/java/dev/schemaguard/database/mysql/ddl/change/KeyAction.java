package dev.schemaguard.database.mysql.ddl.change;

import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Constraint.Enforcement;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.SqlText;
import java.util.List;
import java.util.Set;

/** What is said of a key, which is an index here whatever it is called. */
public sealed interface KeyAction extends TableAction {

    /** The name of every primary key (manual, 15.1.20). */
    String PRIMARY = "PRIMARY";

    /** What a key is for. */
    enum Role {
        PRIMARY,
        UNIQUE,
        PLAIN
    }

    @Override
    default void doubt(TableWork work) {
        work.table().complete().removeAll(Set.of(Family.INDEXES, Family.UNIQUE_KEYS, Family.PRIMARY_KEYS));
    }

    /**
     * A key is added.
     *
     * @param role what it is for
     * @param name its name; empty where it is left to the server
     * @param method how it is kept: {@code btree}, {@code hash}, {@code fulltext}, {@code spatial}; empty where it is not said
     * @param parts what it is over
     * @param unlessExists whether nothing happens where the name is taken
     * @param origin where the script says so
     */
    record Add(Role role, String name, String method, List<Index.Part> parts, boolean unlessExists, Origin origin)
            implements KeyAction {

        public Add {
            parts = List.copyOf(parts);
        }

        @Override
        public Turn turn() {
            return Turn.ADD_KEYS;
        }

        @Override
        public boolean conflicts(TableWork work) {
            return !unlessExists && work.keys().has(role == Role.PRIMARY ? PRIMARY : name);
        }

        @Override
        public void applyTo(TableWork work) {
            boolean mayBeThere = !work.table().complete().contains(Family.INDEXES);
            if (unlessExists && (mayBeThere || !name.isEmpty() && work.keys().has(name))) {
                return;
            }
            List<Index.Part> own = method.isEmpty() ? work.spelled(parts) : whole(work.spelled(parts));
            String label = role == Role.PRIMARY
                    ? PRIMARY
                    : name.isEmpty() ? work.keys().name(own) : name;
            if (work.keys().has(label)) {
                work.open("adds key '" + label + "', which is there already");
                return;
            }
            work.keys().dropMadeUnder(own);
            boolean open = own.stream()
                    .anyMatch(part -> part instanceof Index.ExpressionPart expression
                            && !work.catalog().habits().isKept(expression.sql()));
            if (open) {
                work.leaveIndexesOpen("what key '" + label + "' is over is not understood");
                return;
            }
            if (isCut(work, own)) {
                work.leaveIndexesOpen("how much of a text key '" + label + "' is over hangs on the server");
                return;
            }
            put(work, label, own);
        }

        private void put(TableWork work, String label, List<Index.Part> own) {
            boolean plain = own.stream().allMatch(part -> part instanceof Index.ColumnPart of && of.prefix() == 0);
            if (role == Role.PRIMARY) {
                work.table()
                        .constraints()
                        .add(new Constraint.PrimaryKey("", columns(own), Enforcement.ORDINARY, origin));
            } else if (role == Role.UNIQUE && plain) {
                work.table()
                        .constraints()
                        .add(new Constraint.UniqueKey(label, columns(own), false, Enforcement.ORDINARY, origin));
            }
            if (role == Role.PLAIN || !plain) {
                work.table().indexes().put(index(label, work.options().method(method), own));
            }
        }

        /** An index over words or places is one over whole columns, whatever is written. */
        private List<Index.Part> whole(List<Index.Part> written) {
            boolean special = method.equals("fulltext") || method.equals("spatial");
            return written.stream()
                    .map(part -> special && part instanceof Index.ColumnPart column
                            ? Index.ColumnPart.of(column.name())
                            : part)
                    .toList();
        }

        /** MariaDB indexes as much as it can of a text whose part is not said. */
        private boolean isCut(TableWork work, List<Index.Part> own) {
            return work.forked()
                    && role == Role.PLAIN
                    && !method.equals("fulltext")
                    && own.stream()
                            .anyMatch(part -> part instanceof Index.ColumnPart column
                                    && column.prefix() == 0
                                    && work.isUnsized(column.name()));
        }

        private static List<String> columns(List<Index.Part> parts) {
            return parts.stream()
                    .map(part -> part instanceof Index.ColumnPart column ? column.name() : "")
                    .toList();
        }

        private Index index(String label, String kept, List<Index.Part> own) {
            return new Index(label, kept, own, List.of(), role != Role.PLAIN, false, SqlText.NONE, true, origin);
        }
    }

    /**
     * A key is dropped.
     *
     * @param name its name
     * @param ifExists whether nothing happens where there is none
     */
    record Drop(String name, boolean ifExists) implements KeyAction {

        @Override
        public Turn turn() {
            return Turn.DROP_RULES;
        }

        @Override
        public boolean conflicts(TableWork work) {
            return !ifExists
                    && work.table().complete().contains(Family.INDEXES)
                    && !work.keys().has(name);
        }

        @Override
        public void applyTo(TableWork work) {
            if (!work.keys().drop(name) && !ifExists) {
                work.forgetRules("drops key '" + name + "', which no statement before it creates");
            }
        }

        @Override
        public void doubt(TableWork work) {
            work.keys().drop(name);
            KeyAction.super.doubt(work);
        }
    }

    /**
     * A key gets another name.
     *
     * @param name its name so far
     * @param to its new name
     * @param ifExists whether nothing happens where there is none
     */
    record Rename(String name, String to, boolean ifExists) implements KeyAction {

        @Override
        public Turn turn() {
            return Turn.RENAME_KEYS;
        }

        @Override
        public void applyTo(TableWork work) {
            work.keys().rename(name, to);
        }

        @Override
        public void doubt(TableWork work) {
            // Under which name a key is kept changes nothing.
        }
    }
}
