package dev.schemaguard.check;

import dev.schemaguard.drift.Drift;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Broken;
import dev.schemaguard.statements.OpenColumn;
import dev.schemaguard.statements.ReleaseStatement;
import dev.schemaguard.statements.ReleaseStatements;
import dev.schemaguard.statements.SpelledUse;
import dev.schemaguard.statements.StatementEffects;
import dev.schemaguard.statements.StatementUse;
import dev.schemaguard.statements.TableAccess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Statements in the spelling of what they are held against.
 *
 * @param statements the statements
 * @param tellsWhatIsUnused whether the release is known to send no others
 * @param comparable what they are held against
 * @param ofNobody columns that none of the tables has whose they may be, with the first who sends them
 */
record MetStatements(
        List<ReleaseStatement> statements,
        boolean tellsWhatIsUnused,
        Schema comparable,
        Map<ColumnsOfNobody.Lacking, Origin> ofNobody) {

    /** Nothing is known of any. */
    static final MetStatements UNKNOWN =
            new MetStatements(List.of(), false, Schema.builder().build(), Map.of());

    static MetStatements of(ReleaseStatements statements, Schema comparable, Schema live) {
        SpelledUse spelling = new SpelledUse(comparable);
        ColumnsOfNobody nobodys = new ColumnsOfNobody(live);
        List<ReleaseStatement> placed = new ArrayList<>();
        Map<ColumnsOfNobody.Lacking, Origin> lacking = new LinkedHashMap<>();
        for (ReleaseStatement one : statements.statements()) {
            StatementUse use = spelling.of(one.use());
            Map<OpenColumn, TableAccess> found = nobodys.in(use);
            found.forEach((column, access) ->
                    lacking.putIfAbsent(new ColumnsOfNobody.Lacking(access.table(), column.name()), one.origin()));
            placed.add(new ReleaseStatement(one.text(), one.origins(), use.with(found)));
        }
        return new MetStatements(placed, statements.tellsWhatIsUnused(), comparable, lacking);
    }

    /** Those that the difference does something to, one for each who sends it. */
    List<Broken> meeting(Drift drift) {
        List<Broken> meeting = new ArrayList<>();
        for (ReleaseStatement statement : statements) {
            StatementEffects.of(drift, statement.use(), comparable)
                    .ifPresent(met -> statement
                            .senders()
                            .forEach(sender -> meeting.add(new Broken(sender, met.kind(), met.effect()))));
        }
        return meeting;
    }
}
