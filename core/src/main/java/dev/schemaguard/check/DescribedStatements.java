package dev.schemaguard.check;

import dev.schemaguard.database.Described;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.Effect;
import dev.schemaguard.drift.StatementDrift;
import dev.schemaguard.drift.Subject;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.policy.Broken;
import dev.schemaguard.policy.Evidence;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.report.StatementCoverage;
import dev.schemaguard.statements.ReleaseStatement;
import dev.schemaguard.statements.StatementUse;
import dev.schemaguard.text.Printable;
import dev.schemaguard.text.Secrets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a server said of the statements of a release. */
final class DescribedStatements implements Evidence {

    /** No server was asked. */
    static final DescribedStatements NOT_ASKED = new DescribedStatements();

    private final Map<Drift, ReleaseStatement> refused = new LinkedHashMap<>();
    private final Map<String, Integer> byOrigin = new HashMap<>();
    private final List<StatementCoverage.NotReadable> notDescribed = new ArrayList<>();
    private int described;

    private DescribedStatements() {}

    /**
     * Asks for all statements that could be read, or only for those that touch what was found. What cannot be asked for is counted, and
     * takes nothing else with it.
     */
    static DescribedStatements of(StatementNeeds needs, ComparedSchema other, List<Finding> found) {
        List<ReleaseStatement> statements;
        try {
            statements = needs.statements().of(other.database()).statements().stream()
                    .filter(one -> !needs.onDriftOnly() || found.stream().anyMatch(finding -> isTouched(finding, one)))
                    .toList();
        } catch (SchemaSourceException e) {
            // Unverified where it is compared.
            return NOT_ASKED;
        }
        if (statements.isEmpty()) {
            return NOT_ASKED;
        }
        DescribedStatements all = new DescribedStatements();
        try {
            List<Described> answers = other.describe(
                    statements.stream().map(ReleaseStatement::text).toList());
            for (int i = 0; i < answers.size(); i++) {
                all.add(statements.get(i), answers.get(i));
            }
        } catch (SQLException e) {
            String reason = "the connection was lost (" + Secrets.said(e) + ")";
            statements.forEach(one -> all.add(one, new Described.NotDescribed(reason)));
        }
        return all;
    }

    private void add(ReleaseStatement statement, Described answer) {
        if (answer instanceof Described.NotDescribed not) {
            notDescribed.add(new StatementCoverage.NotReadable(statement.origin(), Printable.line(not.reason())));
            return;
        }
        described++;
        if (answer instanceof Described.Fails fails) {
            refused.put(
                    new StatementDrift.Refused(statement.origin(), label(statement), kind(statement), fails.message()),
                    statement);
        }
    }

    private String label(ReleaseStatement statement) {
        String origin = statement.origin().isKnown() ? statement.origin().toString() : "the release";
        int count = byOrigin.merge(origin, 1, Integer::sum);
        return count == 1 ? origin : origin + " (" + count + ")";
    }

    private static StatementKind kind(ReleaseStatement statement) {
        return statement.use().accesses().isEmpty()
                ? StatementKind.SELECT
                : statement.use().accesses().get(0).kind();
    }

    /** Those that the server refuses. */
    List<Drift> drifts() {
        return List.copyOf(refused.keySet());
    }

    @Override
    public Statements about(Drift drift) {
        ReleaseStatement statement = refused.get(drift);
        return statement == null
                ? Evidence.NONE.about(drift)
                : new Statements(
                        statement.senders().stream()
                                .map(sender -> new Broken(sender, kind(statement), Effect.FAILS))
                                .toList(),
                        true);
    }

    /**
     * A finding with the one that explains it; nothing where that says already that this statement fails, for one cause is one
     * finding.
     */
    Optional<Finding> explained(Finding finding, List<Finding> found) {
        ReleaseStatement statement = refused.get(finding.drift());
        if (statement == null) {
            return Optional.of(finding);
        }
        List<Finding> causes = found.stream()
                .filter(other -> isUsed(other.drift().subject(), statement))
                .toList();
        if (causes.stream().anyMatch(other -> breaks(other, statement))) {
            return Optional.empty();
        }
        return causes.stream()
                .map(other -> finding.withHint(Printable.line("explained by " + other.id())))
                .findFirst()
                .or(() -> Optional.of(finding));
    }

    private static boolean breaks(Finding other, ReleaseStatement statement) {
        return other.breaks().stream()
                .anyMatch(broken ->
                        broken.effect() == Effect.FAILS && statement.senders().contains(broken.origin()));
    }

    /** Whether a finding is of a table, a sequence or a type that the statement names, or breaks who sends it. */
    private static boolean isTouched(Finding finding, ReleaseStatement statement) {
        Subject subject = finding.drift().subject();
        StatementUse use = statement.use();
        boolean named = subject.table()
                .map(table -> use.accesses().stream()
                        .anyMatch(access -> access.table().name().equalsIgnoreCase(table)))
                .orElseGet(() -> Stream.concat(use.sequences().stream(), use.types().stream())
                        .anyMatch(name ->
                                subject.object().filter(name.name()::equals).isPresent()));
        return named || finding.breaks().stream().map(Broken::origin).anyMatch(statement.senders()::contains);
    }

    /** One method may send several statements. */
    private static boolean isUsed(Subject subject, ReleaseStatement statement) {
        return statement.use().accesses().stream()
                .anyMatch(access -> subject.table()
                                .filter(table -> table.equals(access.table().name()))
                                .isPresent()
                        && subject.column()
                                .filter(column -> !access.names(column) && !access.everyColumn())
                                .isEmpty());
    }

    /** What was said, in the figures of a report. */
    StatementCoverage in(StatementCoverage coverage) {
        return coverage.described(described, notDescribed);
    }
}
