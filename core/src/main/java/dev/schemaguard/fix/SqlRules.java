package dev.schemaguard.fix;

import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Constraint;
import java.util.List;

/**
 * What has to be known of a kind of database to write the texts of others into its SQL. What cannot be written so that nothing can be
 * taken for more than it is, is refused with {@link UnsafeText}.
 */
public interface SqlRules {

    /** Whether the name of a type is written as it stands, for the server has it by itself and it is no name like others. */
    boolean isBuiltInType(String name);

    /** A type that is written as it stands, with its modifier where the grammar wants it; empty where no word is needed. */
    default String builtInType(String name, ColumnType.Modifier modifier) {
        return name + modifier;
    }

    /** The type of an array of elements. */
    default String arrayOf(String element) {
        return element + "[]";
    }

    /** A text as a value, of whatever it consists but a character of code zero. */
    String literal(String text);

    /**
     * An expression, in parentheses unless nothing could follow from it.
     *
     * @param what what it is, such as {@code check}
     */
    WrittenExpression expression(String what, String text);

    /** The default of a column; what is more than a constant is in parentheses. */
    WrittenExpression columnDefault(String text);

    /** The rule of an exclusion, without its first word. */
    WrittenExpression exclusion(String definition);

    /**
     * The name that the server gives to a rule that has none; empty where that is not known.
     *
     * @param table the table to which the rule belongs
     * @param columns those of the table's columns that the rule is about
     */
    String givenName(String table, Constraint rule, List<String> columns);

    /** Whether a text is one statement to the server: the last gate, whatever it was made of. */
    boolean isOneStatement(String sql);
}
