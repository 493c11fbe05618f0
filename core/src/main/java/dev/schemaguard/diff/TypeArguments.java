package dev.schemaguard.diff;

import dev.schemaguard.model.ColumnType.Modifier;
import dev.schemaguard.model.ColumnType.Named;

/** The numbers in the parentheses behind a type's name. */
public final class TypeArguments {

    private TypeArguments() {}

    public static int of(Named type, int index, int otherwise) {
        if (type.modifier() instanceof Modifier.Of modifier
                && modifier.arguments().size() > index) {
            String argument = modifier.arguments().get(index);
            return argument.matches("-?[0-9]{1,9}") ? Integer.parseInt(argument) : otherwise;
        }
        return otherwise;
    }

    public static boolean none(Named type) {
        return !(type.modifier() instanceof Modifier.Of);
    }
}
