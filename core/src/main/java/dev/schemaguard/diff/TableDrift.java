package dev.schemaguard.diff;

import dev.schemaguard.model.Column;
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
        permits TableDrift.MissingTable, TableDrift.MissingPrivilege, TableDrift.NotWritable, PartitionDrift {

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
     * The table does not exist.
     *
     * @param table the table that the release expects
     * @param where the name that was looked for
     */
    record MissingTable(Table table, ObjectName where) implements TableDrift {

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
            return "every statement on `" + where.name() + "` fails: the table does not exist";
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
     */
    record MissingPrivilege(Table table, ObjectName where, Privilege privilege, String role, List<String> columns)
            implements TableDrift {

        public MissingPrivilege {
            columns = List.copyOf(columns);
        }

        @Override
        public Kind kind() {
            return Kind.MISSING_PRIVILEGE;
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
                    Impact.NONE.with(StatementKind.UPDATE, Effect.FAILS).with(StatementKind.UPSERT, Effect.FAILS);
                case DELETE -> Impact.NONE.with(StatementKind.DELETE, Effect.FAILS);
                case USAGE -> Impact.onEverything(Effect.FAILS);
            };
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
            return columns.isEmpty()
                    ? "every " + privilege + " on `" + where.name() + "` fails: role `" + role + "` lacks the privilege"
                    : "every " + privilege + " on `" + where.name() + "` that names " + names() + " fails: role `"
                            + role + "` has the privilege on other columns only";
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
            return "every " + statement + " on `" + where.name() + "` fails: it is a " + actual().orElse("view")
                    + (kindOfTable == TableKind.PARTITIONED_TABLE ? " without partitions" : " that takes none");
        }
    }
}
