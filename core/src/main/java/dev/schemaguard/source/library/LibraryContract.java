package dev.schemaguard.source.library;

import dev.schemaguard.database.Database;
import dev.schemaguard.input.Excerpt;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Glob;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.library.DeclaredLibrary.Contract;
import dev.schemaguard.source.snapshot.Snapshot;
import dev.schemaguard.source.snapshot.SnapshotJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a library that is there expects of its own tables. Its snapshot is read when it is first compared.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class LibraryContract implements SchemaSource {

    private final DeclaredLibrary library;
    private final String version;
    private final LibrarySettings settings;
    private final ClassLoader loader;

    LibraryContract(DeclaredLibrary library, String version, LibrarySettings settings, ClassLoader loader) {
        this.library = library;
        this.version = version;
        this.settings = settings;
        this.loader = loader;
    }

    /** What it is called in settings: {@code spring-batch}. */
    public String id() {
        return library.name();
    }

    /** The library and its version, for people: {@code Spring Batch 5.2.6}. */
    @Override
    public String name() {
        return Excerpt.of(version.isEmpty() ? library.title() : library.title() + " " + version);
    }

    /** Why its tables cannot be compared in such a database, for people; empty where they can. */
    public Optional<String> refusal(Database database) {
        if (version.isEmpty()) {
            return Optional.of("its jar does not tell its version");
        }
        Optional<Contract> contract = contract();
        if (contract.isEmpty()) {
            return Optional.of("no contract is known for this version");
        }
        if (settings.isTrue(contract.get().unless())) {
            return Optional.of("'" + contract.get().unless() + "' is set");
        }
        if (!contract.get().snapshots().containsKey(database.name())) {
            return Optional.of("no contract is known for such a database");
        }
        return TablePrefix.isUnderstood(prefix())
                ? Optional.empty()
                : Optional.of("'" + Excerpt.of(prefix()) + "' is not understood as the beginning of its tables' names");
    }

    /**
     * What it expects.
     *
     * @throws SchemaSourceException if that is not known, or its snapshot cannot be read
     */
    @Override
    public Schema load(Database database) {
        Optional<String> refusal = refusal(database);
        if (refusal.isPresent()) {
            throw new SchemaSourceException(
                    Origin.of(name()), refusal.get(), "expect something else, or leave it out of what is expected");
        }
        String resource = contract()
                .map(contract -> contract.snapshots().get(database.name()))
                .orElseThrow();
        Snapshot snapshot = SnapshotJson.read(SourceText.classpath(resource, loader));
        if (!snapshot.dialect().equals(database.name())) {
            throw new SchemaSourceException(
                    Origin.of("classpath:" + resource),
                    "is a snapshot for '" + Excerpt.of(snapshot.dialect()) + "', but the database is '"
                            + database.name() + "'",
                    "use another version of the jar that brings it");
        }
        return said(database) ? prefixed(database).renamed(snapshot.schema()) : snapshot.schema();
    }

    /**
     * The part of it that is of use in a database with such tables: what belongs to none of them is not missed.
     *
     * @param expected what {@link #load} gives, in the spelling of that database
     * @param there the own names of those tables of it that are there
     */
    public Schema used(Schema expected, Database database, Set<String> there) {
        List<List<Glob>> parts = new ArrayList<>();
        library.parts()
                .forEach(part -> parts.add(part.stream()
                        .map(glob -> new Glob(lower(prefixed(database).renamed(glob))))
                        .toList()));
        Set<Integer> used = new HashSet<>();
        there.forEach(name -> used.add(part(name, parts)));
        return expected.with(
                expected.tables().stream()
                        .filter(table -> used.contains(part(table.name().name(), parts)))
                        .toList(),
                expected.sequences().stream()
                        .filter(sequence -> used.contains(part(sequence.name().name(), parts)))
                        .toList(),
                used.isEmpty() ? List.of() : expected.types());
    }

    /** The part that a table or sequence belongs to; behind the last where it is none of them. */
    private static int part(String written, List<List<Glob>> parts) {
        String name = lower(written);
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).stream().anyMatch(glob -> glob.matches(name))) {
                return i;
            }
        }
        return parts.size();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private Optional<Contract> contract() {
        return library.contract(LibraryVersion.of(version));
    }

    private boolean said(Database database) {
        TablePrefix prefix = prefixed(database);
        return !prefix.schema().isEmpty() || !prefix.own().equalsIgnoreCase(prefix.usual());
    }

    private TablePrefix prefixed(Database database) {
        return TablePrefix.of(usualPrefix(), prefix(), database.dialect());
    }

    private String usualPrefix() {
        return library.prefix().map(DeclaredLibrary.Prefix::usual).orElse("");
    }

    private String prefix() {
        return library.prefix()
                .flatMap(prefix -> settings.of(prefix.property())
                        .or(() -> settings.of(prefix.schema()).map(schema -> schema + "." + prefix.usual())))
                .orElseGet(this::usualPrefix);
    }

    @Override
    public String toString() {
        return "LibraryContract[" + name() + "]";
    }
}
