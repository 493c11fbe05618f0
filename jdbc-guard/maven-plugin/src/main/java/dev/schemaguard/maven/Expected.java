package dev.schemaguard.maven;

import dev.schemaguard.jdbc.verb.DriverDataSource;
import dev.schemaguard.jdbc.verb.VerbException;
import dev.schemaguard.source.snapshot.SnapshotSource;
import dev.schemaguard.source.statements.StatementFile;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The places that a goal works on, as they are named, or those that a module has by custom.
 *
 * @param named the parameter that names them, for messages
 * @param locations those that are named; none where nobody did
 * @param customary where they are by custom: the first of them that is there
 */
record Expected(String named, List<String> locations, List<String> customary) {

    static final String SNAPSHOT = "src/main/resources/" + SnapshotSource.PACKAGED;

    /** Where Flyway and Liquibase look in an application of Spring Boot. */
    static final List<String> MIGRATIONS =
            List.of("src/main/resources/db/migration", "src/main/resources/db/changelog/db.changelog-master.yaml");

    static final List<String> SNAPSHOT_OR_MIGRATIONS = List.of(SNAPSHOT, MIGRATIONS.get(0), MIGRATIONS.get(1));

    /** The files of statements that somebody named; what tests in the same build are told is not meant. */
    static List<String> statements(@Nullable List<String> named) {
        return named == null
                ? List.of()
                : named.stream().filter(StatementFile::isLocation).toList();
    }

    static Expected of(@Nullable List<String> locations, List<String> customary) {
        return new Expected("expect", locations == null ? List.of() : List.copyOf(locations), customary);
    }

    /**
     * The places, one at least; none where they are none of the module's business, which is said in the log.
     *
     * @throws VerbException if the module ought to have them
     */
    List<String> in(Goal goal) {
        ModuleOfBuild module = goal.module();
        if (!locations.isEmpty() && locations.stream().allMatch(DriverDataSource::isUrl)) {
            return module.mayLookElsewhere() ? locations : List.of();
        }
        Predicate<Places> has = locations.isEmpty()
                ? places -> places.first(customary).isPresent()
                : places -> locations.stream().allMatch(places::isThere);
        Places here = goal.places();
        if (has.test(here)) {
            return locations.isEmpty() ? here.first(customary).stream().toList() : locations;
        }
        String lacking = locations.isEmpty()
                ? "none of " + String.join(", ", customary) + " is there"
                : "'"
                        + String.join(
                                "', '",
                                locations.stream()
                                        .filter(one -> !here.isThere(one))
                                        .toList()) + "' is not there";
        if (module.isAmiss(has)) {
            throw new VerbException(lacking + " in " + goal.places().project().getBasedir() + "; name with <" + named
                    + "> what is to be read");
        }
        goal.getLog().info("nothing to do in this module: " + lacking);
        return List.of();
    }
}
