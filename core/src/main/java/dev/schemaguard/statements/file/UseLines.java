package dev.schemaguard.statements.file;

import dev.schemaguard.model.ObjectName;
import dev.schemaguard.statements.ConflictTarget;
import dev.schemaguard.statements.OpenColumn;
import dev.schemaguard.statements.Role;
import dev.schemaguard.statements.StatementUse;
import dev.schemaguard.statements.TableAccess;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says what a statement uses, one line for each access and each other thing, so that a difference in review is as small as what it is
 * about: {@code select posts(read id, title; compared owner_id)}.
 */
final class UseLines {

    static final String NOTHING = "nothing";
    static final String ALL = "all";
    static final String READ = "read";
    static final String COMPARED = "compared";
    static final String ORDERED = "ordered";
    static final String WRITTEN = "written";
    static final String AROUND = "around";
    static final String KEY = "key";
    static final String PARTIAL_KEY = "partial-key";
    static final String ANY_KEY = "any-key";
    static final String CONSTRAINT = "constraint";
    static final String CONDITION = "condition";
    static final String SEQUENCE = "sequence";
    static final String TYPE = "type";
    static final String UNRESOLVED = "unresolved";
    static final String ELSEWHERE = "elsewhere";
    static final String GIVEN = "given";

    private UseLines() {}

    static List<String> of(StatementUse use) {
        List<String> lines = new ArrayList<>();
        use.accesses().stream()
                .sorted(Comparator.comparing(TableAccess::table).thenComparing(TableAccess::kind))
                .map(UseLines::access)
                .forEach(lines::add);
        use.sequences().stream().sorted().forEach(name -> lines.add(SEQUENCE + " " + name(name)));
        use.types().stream().sorted().forEach(name -> lines.add(TYPE + " " + name(name)));
        use.open().stream().map(UseLines::open).sorted().forEach(lines::add);
        return lines.isEmpty() ? List.of(NOTHING) : lines;
    }

    private static String access(TableAccess access) {
        List<String> parts = new ArrayList<>();
        if (access.everyColumn()) {
            parts.add(ALL);
        }
        add(parts, READ, access.read());
        add(parts, COMPARED, access.compared());
        add(parts, ORDERED, access.ordered());
        add(parts, WRITTEN, access.written());
        add(parts, AROUND, access.around());
        conflict(parts, access.conflict());
        return access.kind().name().toLowerCase(Locale.ROOT) + " " + name(access.table()) + "("
                + String.join("; ", parts) + ")";
    }

    /** The query where the column stands comes first, then those around it. */
    private static String open(OpenColumn column) {
        String name = UNRESOLVED + " " + WrittenName.name(column.name());
        if (column.nearestFirst().isEmpty()) {
            return name;
        }
        List<String> parts = new ArrayList<>();
        parts.add(word(column.role()));
        column.nearestFirst().forEach(level -> parts.add(level(level)));
        return name + "(" + String.join("; ", parts) + ")";
    }

    private static String level(OpenColumn.Level level) {
        Stream<String> tables = level.candidates().stream()
                .map(one -> one.kind().name().toLowerCase(Locale.ROOT) + " " + name(one.table()))
                .sorted();
        Stream<String> others = Stream.concat(
                level.orElsewhere() ? Stream.of(ELSEWHERE) : Stream.empty(),
                level.orGiven() ? Stream.of(GIVEN) : Stream.empty());
        return Stream.concat(tables, others).collect(Collectors.joining(", "));
    }

    static String word(Role role) {
        return switch (role) {
            case READ -> READ;
            case COMPARED -> COMPARED;
            case ORDERED -> ORDERED;
            case WRITTEN -> WRITTEN;
        };
    }

    private static void conflict(List<String> parts, ConflictTarget target) {
        if (target instanceof ConflictTarget.AnyKey) {
            parts.add(ANY_KEY);
        } else if (target instanceof ConflictTarget.Columns columns) {
            parts.add(named(columns.partial() ? PARTIAL_KEY : KEY, columns.columns()));
        } else if (target instanceof ConflictTarget.Constraint constraint) {
            parts.add(CONSTRAINT + " " + WrittenName.name(constraint.name()));
        } else if (target instanceof ConflictTarget.Condition) {
            parts.add(CONDITION);
        }
    }

    private static void add(List<String> parts, String word, Collection<String> columns) {
        if (!columns.isEmpty()) {
            parts.add(named(word, columns));
        }
    }

    private static String named(String word, Collection<String> names) {
        return word + " " + names.stream().sorted().map(WrittenName::name).collect(Collectors.joining(", "));
    }

    private static String name(ObjectName name) {
        String own = WrittenName.name(name.name());
        return name.isQualified() ? WrittenName.name(name.schema()) + "." + own : own;
    }
}
