package dev.schemaguard.database.mysql.ddl;

import dev.schemaguard.database.mysql.ddl.script.MysqlRules;
import dev.schemaguard.database.mysql.dialect.MysqlDialect;
import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.ServerHabits;
import dev.schemaguard.ddl.script.LexicalRules;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.SqlText;
import java.util.Collection;
import java.util.function.Predicate;

/**
 * What MySQL and MariaDB make of a script by themselves. The names of keys and rules are given where a table is worked at, for they
 * hang on its other keys.
 *
 * @param dialect how names and types in it are spelled
 * @param forked whether the server is a MariaDB
 */
record MysqlHabits(MysqlDialect dialect, boolean forked) implements ServerHabits {

    @Override
    public LexicalRules lexicalRules() {
        return MysqlRules.usual(forked);
    }

    @Override
    public String name(
            Catalog catalog,
            ObjectName table,
            Collection<String> columns,
            Unnamed unnamed,
            Predicate<ObjectName> taken) {
        return "";
    }

    @Override
    public String temporarySchema() {
        // No database can have such a name.
        return "/temporary";
    }

    @Override
    public ColumnDefault kept(ColumnDefault written, ColumnType type) {
        return TypedDefault.of(written, type, dialect);
    }

    @Override
    public boolean isKept(SqlText expression) {
        return dialect.understands(expression.written());
    }

    @Override
    public boolean brings(ObjectName type) {
        return true;
    }
}
