package dev.schemaguard.database.mysql.ddl.change;

/** One of the things that a CREATE TABLE or an ALTER TABLE says of a table. */
public sealed interface TableAction permits ColumnAction, KeyAction, RuleAction, OptionAction {

    /** When the server does it: all actions of a statement are done as one, so that what is dropped is gone before. */
    Turn turn();

    /** Does it. */
    void applyTo(TableWork work);

    /** Whether the server refuses it, for what it adds is there already or what it is about is not. */
    default boolean conflicts(TableWork work) {
        return false;
    }

    /** Leaves open what it would do, for it is not known whether it is done. */
    default void doubt(TableWork work) {
        work.table().leaveUnstated();
    }

    /** In which order the server does things. */
    enum Turn {
        OPTIONS,
        DROP_RULES,
        DROP_COLUMNS,
        RENAME_COLUMNS,
        ADD_COLUMNS,
        CHANGE_COLUMNS,
        /** All columns, those included that are added or changed by the same statement. */
        CONVERT,
        /** Before others are added, which are named by what is free then. */
        RENAME_KEYS,
        ADD_KEYS,
        ADD_FOREIGN_KEYS,
        ADD_CHECKS
    }
}
