package dev.schemaguard.spring.expectation;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Gap;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.policy.Unverified.Code;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.StatementSource;
import dev.schemaguard.source.library.LibraryContracts;
import dev.schemaguard.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is expected of one DataSource.
 *
 * @param sources where the expectation comes from
 * @param schemas where its unqualified names are to be looked for; empty for the connection's search path
 * @param named whether somebody named it, rather than that it was found
 * @param why why these were chosen, for people
 * @param mapped whether all of it is how the application maps its tables, so that its migrations may say more
 * @param statements what is known of the statements that are sent there
 */
public record Expected(
        List<SchemaSource> sources,
        List<String> schemas,
        boolean named,
        String why,
        boolean mapped,
        SentStatements statements) {

    public Expected {
        sources = List.copyOf(sources);
        schemas = List.copyOf(schemas);
        Objects.requireNonNull(statements, "statements");
    }

    /** An expectation of a release of which no statements are known. */
    public Expected(List<SchemaSource> sources, List<String> schemas, boolean named, String why, boolean mapped) {
        this(sources, schemas, named, why, mapped, SentStatements.UNKNOWN);
    }

    public static Expected named(List<SchemaSource> sources, String why) {
        return new Expected(sources, List.of(), true, why, false);
    }

    public static Expected found(SchemaSource source, List<String> schemas, String why) {
        return new Expected(List.of(source), schemas, false, why, false);
    }

    /** What somebody named who meant a mapping. */
    public static Expected namedMapping(SchemaSource source, List<String> schemas) {
        return new Expected(List.of(source), schemas, true, "", true);
    }

    /** What a mapping expects that was found. */
    public static Expected foundMapping(SchemaSource source, List<String> schemas, String why) {
        return new Expected(List.of(source), schemas, false, why, true);
    }

    /** What is expected where nothing but statements is known. */
    public static Expected nothingElse(String why) {
        return new Expected(List.of(), List.of(), false, why, false);
    }

    /** The same, and one more mapping, whose schemas count where none did. */
    public Expected and(SchemaSource source, List<String> itsSchemas) {
        List<SchemaSource> all = new ArrayList<>(sources);
        all.add(source);
        return new Expected(all, schemas.isEmpty() ? itsSchemas : schemas, named, why, mapped, statements);
    }

    /** The same of a release that sends these statements. */
    public Expected sending(SentStatements sent) {
        return new Expected(sources, schemas, named, why, mapped, sent);
    }

    /** The names of the sources, for people. */
    public String text() {
        return Stream.concat(
                        sources.stream().map(SchemaSource::name),
                        statements.stated().stream().map(StatementSource::name))
                .map(Printable::line)
                .collect(Collectors.joining(", "));
    }

    /** The guard that holds a database to it and to nothing that libraries say. */
    public SchemaGuard guard(SchemaGuardProperties settings, Policy policy) {
        return guard(settings, policy, () -> LibraryContracts.NONE);
    }

    /**
     * The guard that holds a database to it, as the settings say; what they leave open is the policy's.
     *
     * @param libraries the contracts of libraries, where the settings let them count
     */
    public SchemaGuard guard(SchemaGuardProperties settings, Policy policy, Supplier<LibraryContracts> libraries) {
        return SchemaGuard.expecting(sources)
                .libraries(settings.libraries() ? libraries.get() : LibraryContracts.NONE)
                .statements(statements.stated().toArray(StatementSource[]::new))
                .explainedBy(statements.found().toArray(StatementSource[]::new))
                .describedOnDriftOnly()
                .policy(settings.over(policy))
                .scope(scope(settings))
                .build();
    }

    /** The guard that holds a database to nothing but what these statements use. */
    public SchemaGuard guardOf(StatementSource source, SchemaGuardProperties settings, Policy policy) {
        return SchemaGuard.expecting(List.of())
                .statements(source)
                .describedOnDriftOnly()
                .policy(settings.over(policy))
                .scope(scope(settings))
                .build();
    }

    private InspectionScope scope(SchemaGuardProperties settings) {
        return InspectionScope.EVERYTHING
                .in(settings.schemas().isEmpty() ? schemas : settings.schemas())
                .excluding(settings.exclude())
                .within(settings.timeout());
    }

    /**
     * Whether a check that failed says more about the expectation than about the database. Nobody named a merely found
     * expectation, so what it leaves open must not stop a healthy application: where parts of it cannot be read the rest
     * still counts, and where something unreadable may have changed anything, nothing that was found is certain.
     */
    public boolean excuses(DriftReport report) {
        if (named || !report.failed() || statements.named() && isUnreadable(report)) {
            return false;
        }
        return report.verdict() == Verdict.UNVERIFIED
                ? report.unverified().stream().map(Unverified::code).allMatch(Code::blamesExpectation)
                : report.coverage().notReadable().stream().anyMatch(gap -> gap.reach() instanceof Gap.Reach.Everything);
    }

    private static boolean isUnreadable(DriftReport report) {
        return report.unverified().stream().anyMatch(unknown -> unknown.code() == Code.EXPECTATION_NOT_READABLE);
    }
}
