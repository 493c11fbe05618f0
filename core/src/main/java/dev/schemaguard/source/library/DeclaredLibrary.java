package dev.schemaguard.source.library;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A library as a {@code library.json} declares it.
 *
 * @param name what it is called in settings, such as {@code spring-batch}
 * @param title what it is called in reports, such as {@code Spring Batch}
 * @param marker the class by which it is known to be there
 * @param artifact its coordinates, {@code group:artifact}, by which its jar tells its version; empty where none are said
 * @param prefix how its tables' names begin; empty where that cannot be set
 * @param parts which of its tables are of use without the others, as globs of their usual names; all others belong together
 * @param contracts what its versions expect
 */
record DeclaredLibrary(
        String name,
        String title,
        String marker,
        String artifact,
        Optional<Prefix> prefix,
        List<List<String>> parts,
        List<Contract> contracts) {

    DeclaredLibrary {
        parts = List.copyOf(parts);
        contracts = List.copyOf(contracts);
    }

    /** What that version expects. */
    Optional<Contract> contract(LibraryVersion version) {
        return contracts.stream()
                .filter(contract -> version.isKnown()
                        && contract.from().compareTo(version) <= 0
                        && version.compareTo(contract.below()) < 0)
                .findFirst();
    }

    /**
     * How the names of its tables begin.
     *
     * @param property the setting of the application that says it otherwise; empty where there is none
     * @param schema the setting that says in which schema they are; empty where there is none
     * @param usual what it is where nobody says anything
     */
    record Prefix(String property, String schema, String usual) {}

    /**
     * What some versions expect.
     *
     * @param from the first of them
     * @param below the first behind them
     * @param unless a setting of the application under which it does not hold, as {@code true}; empty where there is none
     * @param snapshots the resources with the snapshots, by the kind of database
     */
    record Contract(LibraryVersion from, LibraryVersion below, String unless, Map<String, String> snapshots) {

        Contract {
            snapshots = Map.copyOf(snapshots);
        }
    }
}
