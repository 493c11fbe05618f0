package dev.schemaguard.source.library;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.Table;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the names of a library's tables begin here instead of as usual.
 *
 * @param usual how they begin in the library's own scripts
 * @param schema the schema that the setting names; empty where it names none
 * @param own how they begin here, in the spelling of the database
 */
record TablePrefix(String usual, String schema, String own) {

    /** Libraries put it before a name as it is, so that it may hold a schema, too. */
    private static final Pattern WRITTEN =
            Pattern.compile("(?:([A-Za-z_][A-Za-z0-9_$]{0,127})\\.)?([A-Za-z0-9_$]{0,127})");

    /** Whether it can be told what names become by it. */
    static boolean isUnderstood(String said) {
        return WRITTEN.matcher(said).matches();
    }

    /** The prefix that a setting says, which has to be understood. */
    static TablePrefix of(String usual, String said, Dialect dialect) {
        Matcher written = WRITTEN.matcher(said);
        if (!written.matches()) {
            throw new IllegalArgumentException("'" + said + "' is no prefix of names");
        }
        String schema = written.group(1) == null ? "" : dialect.identifier(written.group(1));
        String own = written.group(2).isEmpty() ? "" : dialect.identifier(written.group(2));
        return new TablePrefix(usual, schema, own);
    }

    /** What a name of the scripts is called here. One that does not begin as usual keeps its name. */
    String renamed(String name) {
        return begins(name) ? own + name.substring(usual.length()) : name;
    }

    private boolean begins(String name) {
        return name.regionMatches(true, 0, usual, 0, usual.length());
    }

    private ObjectName renamed(ObjectName name) {
        return begins(name.name()) && !name.isQualified() ? ObjectName.of(schema, renamed(name.name())) : name;
    }

    /** A whole schema under the names that it has here. */
    Schema renamed(Schema scripts) {
        return scripts.with(
                scripts.tables().stream().map(this::renamed).toList(),
                scripts.sequences().stream()
                        .map(sequence -> new Sequence(
                                renamed(sequence.name()), sequence.role(), sequence.increment(), sequence.origin()))
                        .toList(),
                scripts.types().stream()
                        .map(type -> type.mapNames(this::renamed))
                        .toList());
    }

    private Table renamed(Table table) {
        return new Table(
                renamed(table.name()),
                table.kind(),
                table.columns().stream()
                        .map(column -> column.toBuilder()
                                .type(column.type().mapNames(this::renamed))
                                .build())
                        .toList(),
                table.constraints().stream()
                        .map(constraint -> constraint.mapNames(this::renamed))
                        .toList(),
                table.indexes(),
                table.parents().stream().map(this::renamed).toList(),
                table.use(),
                table.complete(),
                table.notKnown(),
                table.rowSecurity(),
                table.capabilities(),
                table.origin());
    }
}
