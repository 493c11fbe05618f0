package dev.schemaguard.check;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Described;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.fix.FixPlan;
import dev.schemaguard.inspect.DatabaseInfo;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Hints;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What an expectation is compared with: a live database, or what stands in for one. */
interface ComparedSchema {

    /** Which database it is, or stands in for. */
    Database database();

    /** The part of what is expected that can be compared: what this side leaves open is neither there nor missing. */
    Schema comparable(Schema expected);

    /** Tells at once what of the expectations is as it was captured. */
    default DigestResult digests(List<Expectation> expectations) throws InspectionException {
        return DigestResult.NONE;
    }

    /** What it has of what is expected. */
    Look look(Schema expected) throws InspectionException;

    /** Whether it is many schemas, each of which is compared by itself. */
    default boolean isMany() {
        return false;
    }

    /**
     * What each of many schemas has of what is expected, one after the other.
     *
     * @param schemas the only ones that matter; all of them where it is empty
     */
    default void lookEach(Schema expected, List<String> schemas, Consumer<Look> each) throws InspectionException {
        each.accept(look(expected));
    }

    /** What helps with these drifts. */
    Hints hints(List<Drift> drifts, Schema found);

    /** Findings with what helps, and with what would cure them; asks nothing where there are none. */
    default FixPlan help(List<Finding> found, Schema expected, Look look) {
        if (found.isEmpty()) {
            return FixPlan.NOTHING;
        }
        Hints hints = hints(found.stream().map(Finding::drift).toList(), look.schema());
        return FixPlan.of(
                found.stream().map(hints::addTo).toList(),
                expected,
                look.schema(),
                look.role(),
                database().dialect(),
                database().fixes());
    }

    /**
     * What it says of statements that it is to prepare and not to run, one answer each; empty where there is nobody to ask.
     *
     * @throws SQLException if the connection fails
     */
    default List<Described> describe(List<String> statements) throws SQLException {
        return List.of();
    }

    /** What of it could not be read. */
    List<Gap> gaps();

    /**
     * What a look found.
     *
     * @param database which database it was; empty where it was none
     * @param schema what it has
     * @param emptySchemas those of its schemas that hold nothing at all
     * @param role the connected role, for messages about privileges
     * @param notLookedAt the families whose objects cannot be looked for there
     */
    record Look(
            Optional<DatabaseInfo> database,
            Schema schema,
            Set<String> emptySchemas,
            String role,
            Set<Family> notLookedAt) {

        /** The same look, at a schema of which more is known. */
        Look with(Schema whole) {
            return new Look(database, whole, emptySchemas, role, notLookedAt);
        }

        /** What is expected without what cannot be looked for, and what to say about that. */
        CheckablePart lookable(Schema expected) {
            return CheckablePart.of(
                    expected, notLookedAt, database.map(DatabaseInfo::product).orElse(""));
        }
    }

    /** Finds out how the other side spells, before anything is compared. */
    interface Opener {

        ComparedSchema open() throws SQLException;
    }
}
