package dev.schemaguard.fix;

import dev.schemaguard.model.ObjectName;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the expressions of a statement call by name. Which function or operator a name means is for the server and its search path
 * to say.
 *
 * @param functions the functions, and the types that are not built in, for reading a value of one may run code
 * @param unknown those of them that are not on the list of functions which do nothing but compute
 * @param operators the operators, those included that words such as {@code IN} and {@code BETWEEN} stand for
 */
public record Calls(Set<ObjectName> functions, Set<ObjectName> unknown, Set<String> operators) {

    /** Nothing is called. */
    public static final Calls NONE = new Calls(Set.of(), Set.of(), Set.of());

    public Calls {
        functions = Set.copyOf(functions);
        unknown = Set.copyOf(unknown);
        operators = Set.copyOf(operators);
    }

    /** Both. */
    public Calls and(Calls other) {
        return new Calls(
                union(functions, other.functions), union(unknown, other.unknown), union(operators, other.operators));
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
