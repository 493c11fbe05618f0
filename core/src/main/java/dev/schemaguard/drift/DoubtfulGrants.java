package dev.schemaguard.drift;

import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Privilege;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.Use;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Several grants fit a schema, the server takes one of them, and nobody is told which: what some of them do not hold the role may
 * have or lack.
 *
 * @param schema the schema's name
 * @param tables the tables that the release expects there, and that the role needs these privileges on
 * @param privileges what may be lacking
 * @param role the connected role
 */
public record DoubtfulGrants(String schema, List<Table> tables, Set<Privilege> privileges, String role)
        implements AccessDrift {

    public DoubtfulGrants {
        tables = List.copyOf(tables);
        privileges = Set.copyOf(privileges);
    }

    @Override
    public Subject subject() {
        return new Subject(schema, Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public Impact impact() {
        Impact impact = Impact.NONE;
        for (Privilege privilege : privileges) {
            impact = switch (privilege) {
                case SELECT, USAGE -> Impact.onEverything(Effect.MAY_FAIL);
                case INSERT ->
                    impact.with(StatementKind.INSERT, Effect.MAY_FAIL).with(StatementKind.UPSERT, Effect.MAY_FAIL);
                case UPDATE ->
                    impact.with(StatementKind.UPDATE, Effect.MAY_FAIL).with(StatementKind.UPSERT, Effect.MAY_FAIL);
                case DELETE -> impact.with(StatementKind.DELETE, Effect.MAY_FAIL);
            };
        }
        return impact;
    }

    /** What the release does with any of the tables. */
    @Override
    public Use use(StatementKind statement) {
        Set<Use> uses = tables.stream().map(table -> table.use().of(statement)).collect(Collectors.toSet());
        return uses.contains(Use.ALWAYS) ? Use.ALWAYS : uses.contains(Use.UNSTATED) ? Use.UNSTATED : Use.NEVER;
    }

    @Override
    public Optional<String> expected() {
        return Optional.of(words(privileges));
    }

    @Override
    public String message() {
        return "a statement on "
                + (tables.size() == 1 ? "`" + tables.get(0).name().name() + "`" : "any table") + " in `"
                + schema + "` may fail: role `" + role
                + "` has several grants for databases whose names fit, and the server"
                + " takes one of them";
    }

    @Override
    public String grant() {
        return words(privileges) + " on each table to " + role + ", or leave one of the grants that fit `" + schema
                + "`";
    }

    @Override
    public Origin origin() {
        return Origin.NONE;
    }

    private static String words(Collection<Privilege> privileges) {
        return EnumSet.copyOf(privileges).stream().map(Enum::name).collect(Collectors.joining(", "));
    }
}
