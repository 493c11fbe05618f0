package dev.schemaguard.check;

import dev.schemaguard.drift.Drift;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Broken;
import dev.schemaguard.statements.ReleaseStatement;
import dev.schemaguard.statements.ReleaseStatements;
import dev.schemaguard.statements.SpelledUse;
import dev.schemaguard.statements.StatementEffects;
import java.util.ArrayList;
import java.util.List;

/**
 * Statements in the spelling of what they are held against.
 *
 * @param statements the statements
 * @param tellsWhatIsUnused whether the release is known to send no others
 * @param comparable what they are held against
 */
record MetStatements(List<ReleaseStatement> statements, boolean tellsWhatIsUnused, Schema comparable) {

    /** Nothing is known of any. */
    static final MetStatements UNKNOWN =
            new MetStatements(List.of(), false, Schema.builder().build());

    static MetStatements of(ReleaseStatements statements, Schema comparable) {
        SpelledUse spelling = new SpelledUse(comparable);
        return new MetStatements(
                statements.statements().stream()
                        .map(one -> new ReleaseStatement(one.text(), one.origins(), spelling.of(one.use())))
                        .toList(),
                statements.tellsWhatIsUnused(),
                comparable);
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
