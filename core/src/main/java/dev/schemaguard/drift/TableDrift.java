package dev.schemaguard.drift;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Privilege;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableKind;
import dev.schemaguard.model.Use;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A difference of a table as a whole. */
public sealed interface TableDrift extends Drift
        permits TableDrift.MissingTable,
                TableDrift.MissingPrivilege,
                TableDrift.NotWritable,
                PartitionDrift,
                OutsideDrift {

    /** How many columns a message names. */
    int MOST_NAMES = 3;

    /** The table that the release expects. */
    Table table();

    /** The name that was looked for, with the schema where it was. */
    ObjectName where();

    @Override
    default Subject subject() {
        return new Subject(where().schema(), Optional.of(where().name()), Optional.empty(), Optional.empty());
    }

    @Override
    default Use use(StatementKind statement) {
        return table().use().of(statement);
    }

    @Override
    default Origin origin() {
        return table().origin();
    }

    /**
     * The table does not exist, as far as the connected role sees.
     *
     * @param table the table that the release expects
     * @param where the name that was looked for
     * @param hiddenFrom the role, where a table that it was granted nothing on would not be seen either
     */
    record MissingTable(Table table, ObjectName where, Optional<String> hiddenFrom) implements TableDrift {

        /** A table that would be seen if it were there. */
        public MissingTable(Table table, ObjectName where) {
            this(table, where, Optional.empty());
        }

        @Override
        public Kind kind() {
            return Kind.MISSING_TABLE;
        }

        @Override
        public Optional<String> expected() {
            int columns = table.columns().size();
            return Optional.of(
                    "a table" + (columns == 0 ? "" : " of " + columns + (columns == 1 ? " column" : " columns")));
        }

        @Override
        public Optional<String> actual() {
            return Optional.empty();
        }

        @Override
        public Impact impact() {
            return Impact.onEverything(Effect.FAILS);
        }

        @Override
        public String message() {
            return Failure.of(this, "statement on `" + where.name() + "`") + ": the table does not exist"
                    + hiddenFrom
                            .map(role -> ", or nothing on it is granted to `" + role + "`")
                            .orElse("");
        }
    }

    /**
     * The table exists, but the connected role may not use it by one kind of statement.
     *
     * @param table the table that the release expects
     * @param where the live table
     * @param privilege what the role lacks
     * @param role the connected role
     * @param columns the columns that it lacks it on, where it has it on others; empty where it has it on none
     * @param readsNothing whether the role may read none of the expected tables
     */
    record MissingPrivilege(
            Table table, ObjectName where, Privilege privilege, String role, List<String> columns, boolean readsNothing)
            implements TableDrift {

        public MissingPrivilege {
            columns = List.copyOf(columns);
        }

        @Override
        public Kind kind() {
            return Kind.MISSING_PRIVILEGE;
        }

        /** A role that only writes to some of the tables may be all that the release needs; one that sees nothing is not. */
        @Override
        public boolean isFatal(StatementKind statement) {
            return readsNothing && statement == StatementKind.SELECT;
        }

        @Override
        public Subject subject() {
            return new Subject(
                    where.schema(),
                    Optional.of(where.name()),
                    Optional.empty(),
                    Optional.of(privilege.name().toLowerCase(Locale.ROOT)));
        }

        @Override
        public Optional<String> expected() {
            return Optional.of(privilege.name());
        }

        @Override
        public Optional<String> actual() {
            return Optional.empty();
        }

        @Override
        public Impact impact() {
            return switch (privilege) {
                case SELECT -> withoutSelect();
                case INSERT -> Impact.onInserts(Effect.FAILS);
                case UPDATE ->
                    Impact.NONE
                            .with(StatementKind.UPDATE, isOfUpsertsOnly() ? Effect.WORKS : Effect.FAILS)
                            .with(StatementKind.UPSERT, Effect.FAILS);
                case DELETE -> Impact.NONE.with(StatementKind.DELETE, Effect.FAILS);
                case USAGE -> Impact.onEverything(Effect.FAILS);
            };
        }

        /**
         * Whether only columns of the key cannot be updated, which no update changes: where an upsert needs the right to update all
         * that it inserts (MariaDB, measured), it is refused all the same.
         */
        public boolean isOfUpsertsOnly() {
            return privilege == Privilege.UPDATE
                    && !columns.isEmpty()
                    && table.primaryKey()
                            .filter(key -> key.columns().containsAll(columns))
                            .isPresent();
        }

        /** Finding a row reads its key, and so does returning the number that the database gave it (manual, UPDATE and INSERT). */
        private Impact withoutSelect() {
            List<Column> numbers = table.columns().stream()
                    .filter(column -> column.identity().generates() && column.written() != Use.ALWAYS)
                    .toList();
            if (columns.isEmpty()) {
                return Impact.onEverything(Effect.FAILS)
                        .with(StatementKind.INSERT, numbers.isEmpty() ? Effect.MAY_FAIL : Effect.FAILS);
            }
            boolean returns = numbers.stream().anyMatch(column -> columns.contains(column.name()));
            boolean finds = table.primaryKey()
                    .filter(key -> key.columns().stream().noneMatch(columns::contains))
                    .isPresent();
            return Impact.onEverything(finds ? Effect.WORKS : Effect.FAILS)
                    .with(StatementKind.SELECT, Effect.FAILS)
                    .with(StatementKind.INSERT, returns ? Effect.FAILS : Effect.WORKS)
                    .with(StatementKind.UPSERT, readsWritten() ? Effect.FAILS : Effect.MAY_FAIL);
        }

        /** What an upsert would have inserted, {@code excluded}, is read by the privileges on the table's own columns. */
        private boolean readsWritten() {
            return table.columns().stream()
                    .anyMatch(column -> column.written() != Use.NEVER && columns.contains(column.name()));
        }

        @Override
        public String message() {
            String statement = failing();
            String lacked = statement.equals(privilege.name()) ? "the privilege" : privilege.name();
            String what = statement + " on `" + where.name() + "`";
            return columns.isEmpty()
                    ? Failure.of(this, what) + ": role `" + role + "` lacks " + lacked
                    : Failure.of(this, what + " that names " + names()) + ": role `" + role + "` has " + lacked
                            + " on other columns only";
        }

        /** The statement to speak of: that of the privilege, unless another one is known to be sent and needs it, too. */
        private String failing() {
            return privilege == Privilege.USAGE
                    ? "statement"
                    : Failure.first(
                                    this,
                                    isOfUpsertsOnly() ? StatementKind.UPSERT : StatementKind.valueOf(privilege.name()))
                            .name();
        }

        private String names() {
            return columns.stream()
                    .limit(MOST_NAMES)
                    .map(name -> "`" + name + "`")
                    .collect(Collectors.joining(" or ", "", columns.size() > MOST_NAMES ? " or others" : ""));
        }
    }

    /**
     * A view stands for the table and takes no such statement, or a partitioned table has no partition to take a row.
     * A view is fatal where the expectation knows the name as that of a table; partitions may come as the release goes.
     *
     * @param table the table that the release expects
     * @param where the live view
     * @param kindOfTable what the live name stands for
     * @param statement the kind of statement that it does not take
     */
    record NotWritable(Table table, ObjectName where, TableKind kindOfTable, StatementKind statement)
            implements TableDrift {

        @Override
        public Kind kind() {
            return Kind.NOT_UPDATABLE;
        }

        @Override
        public Subject subject() {
            return new Subject(
                    where.schema(),
                    Optional.of(where.name()),
                    Optional.empty(),
                    Optional.of(statement.name().toLowerCase(Locale.ROOT)));
        }

        @Override
        public boolean isFatal(StatementKind sent) {
            return sent == statement && kindOfTable != TableKind.PARTITIONED_TABLE && saysTable();
        }

        /** Who names a table's keys has seen a table; a mapping names the columns of whatever stands behind the name. */
        private boolean saysTable() {
            return table.kind().holdsRows()
                    && table.isComplete(Family.COLUMNS)
                    && (table.isComplete(Family.PRIMARY_KEYS) || table.isComplete(Family.CHECKS));
        }

        @Override
        public Optional<String> expected() {
            return Optional.of("takes " + statement);
        }

        @Override
        public Optional<String> actual() {
            return Optional.of(kindOfTable.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }

        @Override
        public Impact impact() {
            Impact impact = Impact.NONE.with(statement, Effect.FAILS);
            return statement == StatementKind.DELETE ? impact : impact.with(StatementKind.UPSERT, Effect.FAILS);
        }

        @Override
        public String message() {
            return Failure.of(this, Failure.first(this, statement) + " on `" + where.name() + "`") + ": it is a "
                    + actual().orElse("view")
                    + (kindOfTable == TableKind.PARTITIONED_TABLE ? " without partitions" : " that takes none");
        }
    }
}
