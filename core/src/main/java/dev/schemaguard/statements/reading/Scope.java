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
            "current_catalog",
            "current_path",
            "current_schema",
            "session_user",
            "system_user",
            "user",
            "localtime",
            "localtimestamp",
            "sysdate",
            "systimestamp",
            "today",
            "utc_date",
            "utc_time",
            "utc_timestamp",
            "true",
            "false",
            "null",
            "default",
            "unknown",
            "rownum",
            "rowid",
            "_rowid_",
            "oid",
            "ctid",
            "xmin",
            "xmax",
            "cmin",
            "cmax",
            "tableoid");

    /** Each name is looked for in all. */
    private static final int MOST_RELATIONS = 500;

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
        if (relations.size() == MOST_RELATIONS) {
            throw new NotReadable("it has a query of more than " + MOST_RELATIONS + " tables");
        }
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

    /** The column that the query gives at a place, counted from one, where that can be told. */
    Optional<Outputs.Output> selected(int place) {
        return selected.behind().isEmpty() && place <= selected.columns().size()
                ? Optional.of(selected.columns().get(place - 1))
                : Optional.empty();
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

    /** The columns of tables that a name without another before it means. */
    List<Source> resolve(String column) {
        List<List<Relation>> nearestFirst = nearestFirst(column);
        int seen = 0;
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (Resolution.of(nearestFirst.get(seen++), column).knowledge() == Knowledge.YES) {
                return attributed(nearestFirst, column);
            }
            Optional<Outputs.Output> output = scope.selected(column);
            if (output.isPresent()) {
                return selected(output.get(), Attribution.of(nearestFirst, column), seen);
            }
        }
        Optional<Relation> whole = called(ObjectName.of(column));
        if (whole.isPresent()) {
            whole.get().all();
            return List.of();
        }
        return WORDS.contains(column.toLowerCase(Locale.ROOT)) ? List.of() : attributed(nearestFirst, column);
    }

    private List<List<Relation>> nearestFirst(String column) {
        List<List<Relation>> nearestFirst = new ArrayList<>();
        for (Scope scope = this; scope != null; scope = scope.outer) {
            nearestFirst.add(holders(scope.relations, column));
        }
        return nearestFirst;
    }

    /** The columns of tables that a name behind that of a relation means. */
    List<Source> resolve(Relation relation, String column) {
        List<Relation> holders = relation.holders(column);
        return holders.equals(List.of(relation)) ? relation.sources(column) : attributed(List.of(holders), column);
    }

    /** The column by which a join merges those of one of its sides. */
    List<Source> merged(List<Relation> side, String column) {
        return attributed(List.of(holders(side, column)), column);
    }

    private static List<Relation> holders(List<Relation> relations, String column) {
        return relations.stream()
                .flatMap(relation -> relation.holders(column).stream())
                .toList();
    }

    /** A column that the outermost of the nearest queries gives, unless a table has one of that name, which a condition then means. */
    private List<Source> selected(Outputs.Output output, Attribution perhaps, int queries) {
        List<Source> sources = new ArrayList<>(output.sources());
        if (perhaps.mayBeOfSomebody(queries)) {
            sources.add(perhaps.orGiven(queries).open(use));
        }
        return sources;
    }

    private List<Source> attributed(List<List<Relation>> nearestFirst, String column) {
        Attribution attribution = Attribution.of(nearestFirst, column);
        return attribution.sources().orElseGet(() -> List.of(attribution.open(use)));
    }
}
