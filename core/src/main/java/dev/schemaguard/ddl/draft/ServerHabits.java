package dev.schemaguard.ddl.draft;

import dev.schemaguard.ddl.script.LexicalRules;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.SqlText;
import java.util.Collection;
import java.util.function.Predicate;

/** What a server makes of a script by itself: the names that it gives, and how it keeps what was written. */
public interface ServerHabits {

    /** How it spells. */
    Dialect dialect();

    /** How it cuts scripts and expressions into words. */
    default LexicalRules lexicalRules() {
        return LexicalRules.standard();
    }

    /**
     * The name that it gives to what a script leaves without one, and that is not taken yet.
     *
     * @param catalog the schema so far
     * @param table the table to which it belongs
     * @param columns the columns that it is about; none for a primary key
     * @param unnamed what it is
     * @param taken whether a name in that schema is taken
     */
    String name(
            Catalog catalog,
            ObjectName table,
            Collection<String> columns,
            Unnamed unnamed,
            Predicate<ObjectName> taken);

    /** The schema of what lasts for the session only. */
    String temporarySchema();

    /** A default as it is kept for a column of a type. */
    ColumnDefault kept(ColumnDefault written, ColumnType type);

    /**
     * Whether it is known how the server prints an expression that a script states, so that another text of it is another rule; else
     * it is left open.
     */
    default boolean isKept(SqlText expression) {
        return true;
    }

    /** Whether it can hide rows by rules, so that a script which switches none on says that there are none. */
    default boolean hasRowSecurity() {
        return false;
    }

    /** Whether it brings a type along, so that it is none that a script has made. */
    boolean brings(ObjectName type);

    /** What scripts leave without a name. */
    enum Unnamed {
        PRIMARY_KEY,
        UNIQUE_KEY,
        FOREIGN_KEY,
        CHECK,
        EXCLUSION,
        INDEX,
        SEQUENCE
    }
}
