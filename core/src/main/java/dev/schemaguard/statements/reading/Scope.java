package dev.schemaguard.statements.reading;

import dev.schemaguard.model.ObjectName;
import dev.schemaguard.statements.reading.Relation.Knowledge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the names in one part of a statement can mean: the relations there, the queries by name, and the scope around. */
final class Scope {

    /** What is written like a column and is none, unless a table has it. */
    private static final Set<String> WORDS = Set.of(
            "current_date",
            "current_time",
            "current_timestamp",
            "current_user",
            "current_role",
            "current_schema",
            "session_user",
            "system_user",
            "user",
            "localtime",
            "localtimestamp",
            "sysdate",
            "systimestamp",
            "true",
            "false",
            "null",
            "default",
            "unknown",
            "rownum",
            "rowid",
            "_rowid_",
            "ctid",
            "xmin",
            "xmax",
            "cmin",
            "cmax",
            "tableoid");

    private final UseDraft use;
    private final @Nullable Scope outer;
    private final List<Relation> relations = new ArrayList<>();
    private final Map<String, Outputs> queries = new HashMap<>();
    private Outputs selected = Outputs.NONE;

    private Scope(UseDraft use, @Nullable Scope outer) {
        this.use = use;
        this.outer = outer;
    }

    /** The outermost scope of a statement. */
    static Scope of(UseDraft use) {
        return new Scope(use, null);
    }

    /** The scope of a query within. */
    Scope inner() {
        return new Scope(use, this);
    }

    /** A scope with the same names around it, which does not see the relations here: that of a query in place of a table. */
    Scope beside() {
        Scope beside = new Scope(use, outer);
        beside.queries.putAll(queries);
        return beside;
    }

    UseDraft use() {
        return use;
    }

    List<Relation> relations() {
        return List.copyOf(relations);
    }

    void add(Relation relation) {
        relations.add(relation);
    }

    void name(String query, Outputs outputs) {
        queries.put(query, outputs);
    }

    Optional<Outputs> query(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Outputs outputs = scope.queries.get(name);
            if (outputs != null) {
                return Optional.of(outputs);
            }
        }
        return Optional.empty();
    }

    /** From now on the columns that the query gives can be named, too. */
    void selects(Outputs outputs) {
        selected = outputs;
    }

    /** The columns that the query gives by that name. */
    Optional<Outputs.Output> selected(String name) {
        return selected.columns().stream()
                .filter(output -> output.name().equals(name))
                .findFirst();
    }

    /** The relation that a name before a column's means. */
    Optional<Relation> called(ObjectName qualifier) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            for (Relation relation : scope.relations) {
                if (relation.isCalled(qualifier)) {
                    return Optional.of(relation);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The columns of tables that a name without another before it means. Where it is not known, that is noted, and it means none.
     */
    List<Source> resolve(String column) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Resolution resolution = Resolution.of(scope.relations, column);
            if (resolution.knowledge() == Knowledge.YES) {
                return resolution.sources();
            }
            Optional<Outputs.Output> output = scope.selected(column);
            if (output.isPresent()) {
                return output.get().sources();
            }
        }
        Optional<Relation> whole = called(ObjectName.of(column));
        if (whole.isPresent()) {
            whole.get().all();
            return List.of();
        }
        return WORDS.contains(column.toLowerCase(Locale.ROOT)) ? List.of() : likely(column);
    }

    /** Nobody is known to have the column: that of whom it is not known, or the only table that it can be missing in. */
    private List<Source> likely(String column) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Resolution resolution = Resolution.of(scope.relations, column);
            if (resolution.knowledge() == Knowledge.MAYBE) {
                if (!resolution.isCertain()) {
                    use.unresolved(column);
                }
                return resolution.sources();
            }
        }
        List<Relation> tables = new ArrayList<>();
        for (Scope scope = this; scope != null; scope = scope.outer) {
            scope.relations.stream().filter(Relation::isTable).forEach(tables::add);
        }
        boolean one = tables.stream()
                        .flatMap(table -> table.sources(column).stream())
                        .map(source -> source.access().table())
                        .distinct()
                        .count()
                == 1;
        if (one) {
            return tables.get(0).sources(column);
        }
        use.unresolved(column);
        return List.of();
    }
}
