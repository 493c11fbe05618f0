package dev.schemaguard.spring.expectation;

import dev.schemaguard.spring.queries.FoundQueries;
import dev.schemaguard.spring.queries.QueryFinder;
import dev.schemaguard.spring.queries.QueryTarget;
import java.util.List;
import java.util.Optional;

/** Chooses what is known of the statements that a release sends to each DataSource. */
public final class StatementChoice {

    private static final String OFF = "none";

    private final SchemaGuardProperties properties;
    private final List<QueryFinder> finders;

    public StatementChoice(SchemaGuardProperties properties, List<QueryFinder> finders) {
        this.properties = properties;
        this.finders = List.copyOf(finders);
    }

    /**
     * What is known of the statements that are sent to a DataSource.
     *
     * @param target tells the application's queries that go there
     */
    public SentStatements of(DataSourceBean bean, QueryTarget target) {
        Optional<List<String>> own = Optional.ofNullable(
                        properties.dataSources().get(bean.name()))
                .flatMap(settings -> Optional.ofNullable(settings.statements()));
        boolean off = own.or(() -> Optional.ofNullable(properties.statements()))
                .filter(StatementChoice::isOff)
                .isPresent();
        return off
                ? SentStatements.UNKNOWN
                : new SentStatements(List.of(), List.of(new FoundQueries(finders, target)), false);
    }

    private static boolean isOff(List<String> locations) {
        return locations.stream().map(String::strip).allMatch(entry -> entry.isEmpty() || entry.equals(OFF));
    }
}
