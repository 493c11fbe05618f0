package dev.schemaguard.spring.expectation;

import dev.schemaguard.SchemaSources;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.source.StatementSource;
import dev.schemaguard.source.statements.StatementFile;
import dev.schemaguard.spring.queries.FoundQueries;
import dev.schemaguard.spring.queries.QueryFinder;
import dev.schemaguard.spring.queries.QueryTarget;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** Chooses what is known of the statements that a release sends to each DataSource. */
public final class StatementChoice {

    /** Where a release packages the statements that it sends. */
    public static final String PACKAGED = "META-INF/schema-guard/statements.sql";

    private static final String OFF = "none";

    private final SchemaGuardProperties properties;
    private final ClassLoader loader;
    private final List<QueryFinder> finders;

    public StatementChoice(SchemaGuardProperties properties, ClassLoader loader, List<QueryFinder> finders) {
        this.properties = properties;
        this.loader = loader;
        this.finders = List.copyOf(finders);
    }

    /**
     * What is known of the statements that are sent to a DataSource.
     *
     * @param target tells the application's queries that go there
     * @param first whether nothing else was held against that DataSource, so that what is stated is not held twice
     */
    public SentStatements of(DataSourceBean bean, QueryTarget target, boolean first) {
        Optional<List<String>> own = own(bean);
        Optional<List<String>> common = named(properties.statements());
        if (own.or(() -> common).filter(StatementChoice::isOff).isPresent()) {
            return SentStatements.UNKNOWN;
        }
        Optional<List<String>> named = own.or(() -> bean.main() ? common : Optional.empty());
        List<StatementSource> stated =
                named.map(StatementChoice::at).orElseGet(() -> bean.main() ? packaged(loader) : List.of());
        return new SentStatements(
                first ? stated : List.of(),
                List.of(new UnlessComplete(new FoundQueries(finders, target), stated)),
                named.isPresent());
    }

    /** What is known by the common properties and the class path alone, before there are any beans. */
    public static SentStatements packaged(SchemaGuardProperties properties, ClassLoader loader) {
        Optional<List<String>> named = named(properties.statements());
        if (named.filter(StatementChoice::isOff).isPresent()) {
            return SentStatements.UNKNOWN;
        }
        return new SentStatements(
                named.map(StatementChoice::at).orElseGet(() -> packaged(loader)), List.of(), named.isPresent());
    }

    /** The statements of one release for many DataSources of equal rank are a question, not an answer. */
    public void requireMain(List<DataSourceBean> dataSources) {
        List<String> named = named(properties.statements()).orElse(List.of());
        if (!isOff(named) && !dataSources.isEmpty() && dataSources.stream().noneMatch(DataSourceBean::main)) {
            throw new InvalidConfigurationPropertyValueException(
                    "schema-guard.statements",
                    named,
                    "There are several DataSources and none is primary; set schema-guard.data-sources.*.statements.");
        }
    }

    private Optional<List<String>> own(DataSourceBean bean) {
        return Optional.ofNullable(properties.dataSources().get(bean.name())).flatMap(own -> named(own.statements()));
    }

    /** What tests are told by a property of the system reaches the application that they start, too, and names nothing there. */
    private static Optional<List<String>> named(@Nullable List<String> locations) {
        return Optional.ofNullable(locations)
                .filter(all -> all.isEmpty() || all.stream().anyMatch(StatementFile::isLocation))
                .map(all -> all.stream().filter(StatementFile::isLocation).toList());
    }

    private static List<StatementSource> at(List<String> locations) {
        return SchemaSources.statements(locations.stream().map(String::strip).toList());
    }

    private static List<StatementSource> packaged(ClassLoader loader) {
        return loader.getResource(PACKAGED) == null
                ? List.of()
                : List.of(StatementFile.found(SourceText.ownOnClasspath(PACKAGED, loader)));
    }

    private static boolean isOff(List<String> locations) {
        return locations.stream().map(String::strip).allMatch(entry -> entry.isEmpty() || entry.equals(OFF));
    }
}
