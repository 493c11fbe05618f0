package dev.schemaguard.spring.expectation;

import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Origin;
import dev.schemaguard.source.library.LibraryContract;
import dev.schemaguard.source.library.LibraryContracts;
import dev.schemaguard.source.library.LibrarySettings;
import dev.schemaguard.text.Secrets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.util.function.SingletonSupplier;

/**
 * The contracts of the libraries that the application uses, looked for once, when they are first needed. Also what {@code
 * library:NAME} means in {@code schema-guard.expect}.
 */
public final class ApplicationLibraries implements NamedKind, Supplier<LibraryContracts> {

    private final Supplier<LibraryContracts> contracts;

    /**
     * Looks for nothing yet.
     *
     * @param loader where the application's libraries are
     * @param settings its settings, of which some say what the tables of a library are called
     */
    public ApplicationLibraries(ClassLoader loader, LibrarySettings settings) {
        this.contracts = SingletonSupplier.of(() -> LibraryContracts.on(loader, settings));
    }

    @Override
    public LibraryContracts get() {
        return contracts.get();
    }

    @Override
    public String name() {
        return ExpectationNames.LIBRARY;
    }

    @Override
    public Expected expected(String argument, DataSourceBean bean) {
        return Expected.named(List.of(named(argument)), "");
    }

    /**
     * The contract of a library that somebody named.
     *
     * @throws SchemaSourceException if there is none
     */
    public LibraryContract named(String library) {
        return get().find(library).orElseThrow(() -> {
            String known =
                    get().all().stream().map(LibraryContract::id).sorted().collect(Collectors.joining(", "));
            return new SchemaSourceException(
                    Origin.of(ExpectationNames.LIBRARY + ":" + Secrets.said(library)),
                    "no library of that name is on the class path that brings a contract",
                    known.isEmpty()
                            ? "add the library, and schemaguard-library-contracts, which brings the contracts of many"
                            : "name one of " + known);
        });
    }
}
