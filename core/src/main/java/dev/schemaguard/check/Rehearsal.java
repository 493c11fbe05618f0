package dev.schemaguard.check;

import dev.schemaguard.database.Database;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.text.LoggedFailure;
import java.sql.Connection;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A check without a database, for a run that only records which classes a start loads. It reads the expectations, puts the
 * statements together and compares; it sends nothing and finds nothing out.
 *
 * @param expectations what would be expected
 * @param database what kind of database it would be compared with
 */
public record Rehearsal(List<Expectation> expectations, Database database) {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

    public Rehearsal {
        expectations = List.copyOf(expectations);
    }

    /**
     * Goes through it, once to where the server would be asked, and once from where it would have answered that all is as expected.
     *
     * @param check a check of the same expectations, anew each time
     */
    public void run(Supplier<Check> check) {
        try {
            Connection connection = nowhere();
            int characters = check.get().run(connection).report().toText().length();
            for (Expectation expectation : expectations) {
                characters += check.get()
                        .run(new Expected(expectation), database)
                        .report()
                        .toText()
                        .length();
            }
            LOG.debug("went through a check without a database, which said nothing in {} characters", characters);
        } catch (RuntimeException | LinkageError e) {
            // Whatever it is, a start with a database says it.
            LOG.debug("a check without a database came to no end", LoggedFailure.of(e));
        }
    }

    /** A connection that knows what kind of database it would lead to, and takes no statement. */
    private Connection nowhere() {
        int version = expectations.stream()
                .flatMap(expectation -> expectation.versions(database).stream())
                .findFirst()
                .orElse(0);
        return StandInConnection.to(database, version, List.of());
    }

    /** What is expected, standing in for a database that has all of it. */
    private record Expected(Expectation expectation) implements SchemaSource {

        @Override
        public String name() {
            return expectation.name();
        }

        @Override
        public Schema load(Database database) {
            return expectation.schema(database);
        }
    }
}
