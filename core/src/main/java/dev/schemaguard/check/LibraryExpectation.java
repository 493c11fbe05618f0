package dev.schemaguard.check;

import dev.schemaguard.database.Database;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.library.LibraryContract;
import java.util.List;
import java.util.Optional;

/** What a library expects of its own tables, read once for each kind of database and kept. */
public final class LibraryExpectation {

    private final LibraryContract contract;
    private final Expectation expectation;

    /**
     * The expectation of a contract.
     *
     * @param exclude which tables are none of the release's business
     */
    public LibraryExpectation(LibraryContract contract, List<String> exclude) {
        this.contract = contract;
        this.expectation = new Expectation(Exclusion.of(contract, exclude), Optional.empty());
    }

    LibraryContract contract() {
        return contract;
    }

    Expectation expectation() {
        return expectation;
    }

    Schema schema(Database database) {
        return expectation.schema(database);
    }
}
