package dev.schemaguard.statements.reading;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.statements.OpenColumn;
import dev.schemaguard.statements.StatementUse;
import dev.schemaguard.statements.TableAccess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whose columns those are that were left open when their statement was recorded, for the tables are known by now. No SQL is
 * parsed. Safe for use by many threads.
 */
public final class OpenColumns {

    private final Names names;

    /**
     * Tells nothing yet.
     *
     * @param dialect how names are spelled
     * @param expected the tables, with their columns
     */
    public OpenColumns(Dialect dialect, Schema expected) {
        this.names = new Names(dialect, expected);
    }

    /** The use with the columns attributed of which it can be told whose they are; the others stay open. */
    public StatementUse attributed(StatementUse use) {
        if (use.open().isEmpty()) {
            return use;
        }
        UseDraft draft = new UseDraft();
        Set<OpenColumn> open = new HashSet<>();
        for (OpenColumn column : use.open()) {
            List<List<Relation>> nearestFirst = column.nearestFirst().stream()
                    .map(level -> relations(level, draft))
                    .toList();
            Optional<List<Source>> sources = nearestFirst.isEmpty()
                    ? Optional.empty()
                    : Attribution.of(nearestFirst, column.name()).sources();
            sources.ifPresent(found -> found.forEach(source -> source.uses(column.role())));
            if (sources.isEmpty()) {
                open.add(column);
            }
        }
        return new StatementUse(both(use.accesses(), draft), use.sequences(), use.types(), open);
    }

    private List<Relation> relations(OpenColumn.Level level, UseDraft draft) {
        List<Relation> relations = new ArrayList<>();
        for (OpenColumn.Candidate candidate : level.candidates()) {
            Optional<Table> expected = names.table(candidate.table());
            AccessDraft access = draft.access(candidate.table(), candidate.kind());
            relations.add(new TableRelation(candidate.table(), Optional.empty(), List.of(), access, expected, names));
        }
        if (level.orElsewhere()) {
            relations.add(Elsewhere.UNKNOWN);
        }
        if (level.orGiven()) {
            relations.add(Elsewhere.GIVEN);
        }
        return relations;
    }

    private static List<TableAccess> both(List<TableAccess> accesses, UseDraft draft) {
        Map<OpenColumn.Candidate, TableAccess> found = new HashMap<>();
        draft.toUse()
                .accesses()
                .forEach(access -> found.put(new OpenColumn.Candidate(access.table(), access.kind()), access));
        List<TableAccess> both = new ArrayList<>();
        for (TableAccess access : accesses) {
            TableAccess more = found.get(new OpenColumn.Candidate(access.table(), access.kind()));
            both.add(more == null ? access : access.and(more));
        }
        return both;
    }
}
