package dev.schemaguard.statements.reading;

import dev.schemaguard.statements.ConflictTarget;
import dev.schemaguard.statements.OpenColumn;
import dev.schemaguard.statements.StatementUse;
import dev.schemaguard.statements.TableAccess;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a statement uses, in one line for tests. */
final class Told {

    private Told() {}

    static String of(Reading reading) {
        return reading instanceof Reading.Understood understood ? of(understood.use()) : reading.toString();
    }

    /** What a statement uses that is understood. */
    static StatementUse use(Reading reading) {
        if (reading instanceof Reading.Understood understood) {
            return understood.use();
        }
        throw new AssertionError(reading.toString());
    }

    private static String of(StatementUse use) {
        Stream<String> accesses = use.accesses().stream().map(Told::of);
        Stream<String> others = Stream.of(
                        named("sequences", use.sequences()),
                        named("types", use.types()),
                        named(
                                "unresolved",
                                use.open().stream().map(OpenColumn::name).toList()))
                .filter(text -> !text.isEmpty());
        return Stream.concat(accesses, others).collect(Collectors.joining("; "));
    }

    private static String of(TableAccess access) {
        String columns = Stream.of(
                        access.everyColumn() ? "all" : "",
                        named("read", access.read()),
                        named("compared", access.compared()),
                        named("ordered", access.ordered()),
                        named("written", access.written()),
                        named("around", access.around()),
                        of(access.conflict()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return access.kind().name().toLowerCase(Locale.ROOT) + " " + access.table() + "(" + columns + ")";
    }

    private static String of(ConflictTarget target) {
        if (target instanceof ConflictTarget.Columns columns) {
            return named(columns.partial() ? "partial key" : "key", columns.columns());
        }
        if (target instanceof ConflictTarget.Constraint constraint) {
            return "constraint " + constraint.name();
        }
        return target instanceof ConflictTarget.AnyKey
                ? "any key"
                : target instanceof ConflictTarget.Condition ? "condition" : "";
    }

    private static String named(String what, Collection<?> names) {
        return names.isEmpty()
                ? ""
                : what + " "
                        + new TreeSet<>(names.stream().map(Object::toString).toList())
                                .stream().collect(Collectors.joining(" "));
    }
}
