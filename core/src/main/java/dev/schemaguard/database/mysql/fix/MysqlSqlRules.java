package dev.schemaguard.database.mysql.fix;

import dev.schemaguard.fix.SqlRules;
import dev.schemaguard.fix.UnsafeText;
import dev.schemaguard.fix.WrittenExpression;
import dev.schemaguard.model.Constraint;
import java.util.List;
import java.util.Set;

/** Writes the texts of others into the SQL of MySQL and MariaDB, by their own lexical rules. */
final class MysqlSqlRules implements SqlRules {

    /** The types that the servers have by themselves (MySQL manual, chapter 11; MariaDB, Data Types); users cannot add any. */
    private static final Set<String> TYPES = Set.of(("bit tinyint smallint mediumint int bigint decimal float double"
                    + " date time datetime timestamp year char varchar binary varbinary tinyblob blob mediumblob longblob"
                    + " tinytext text mediumtext longtext json geometry point linestring polygon multipoint"
                    + " multilinestring multipolygon geometrycollection uuid inet4 inet6 vector")
            .split(" "));

    @Override
    public boolean isBuiltInType(String name) {
        return TYPES.contains(name);
    }

    /** What a backslash means hangs on the session, so that no text with one is written. */
    @Override
    public String literal(String text) {
        if (text.indexOf('\0') >= 0 || text.indexOf('\\') >= 0) {
            throw new UnsafeText("text", text, "it holds a backslash, whose meaning hangs on the session's sql_mode");
        }
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public WrittenExpression expression(String what, String text) {
        return ExpressionWriter.expression(what, text);
    }

    @Override
    public WrittenExpression columnDefault(String text) {
        return ExpressionWriter.columnDefault(text);
    }

    @Override
    public WrittenExpression exclusion(String definition) {
        throw new UnsafeText("exclusion", definition, "the server has no such rules");
    }

    /** A key is named by its first column (MySQL manual, CREATE TABLE); of other rules the name hangs on those that there are. */
    @Override
    public String givenName(String table, Constraint rule, List<String> columns) {
        return rule instanceof Constraint.UniqueKey key ? key.columns().get(0) : "";
    }

    @Override
    public boolean isOneStatement(String sql) {
        return SqlTokens.isOneStatement(sql);
    }
}
