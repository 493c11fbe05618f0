package dev.schemaguard.source.prisma.language;

import java.util.List;
import java.util.Optional;

/**
 * What stands in the parentheses of an attribute or a function.
 *
 * @param all the arguments in order
 */
public record Arguments(List<Argument> all) {

    /** There are none. */
    public static final Arguments NONE = new Arguments(List.of());

    public Arguments {
        all = List.copyOf(all);
    }

    /** The argument of that name; empty where it is not given. */
    public Optional<Value> named(String name) {
        return all.stream()
                .filter(argument -> argument.name().equals(name))
                .map(Argument::value)
                .findFirst();
    }

    /** The argument that needs no name, whether it has it or not. */
    public Optional<Value> main(String name) {
        return all.stream()
                .filter(argument -> argument.name().isEmpty() || argument.name().equals(name))
                .map(Argument::value)
                .findFirst();
    }

    /**
     * One of them.
     *
     * @param name its name; empty where it has none
     * @param value its value
     */
    public record Argument(String name, Value value) {}
}
