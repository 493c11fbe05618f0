package dev.schemaguard.jdbc.doctor;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.input.ReadingDeadline;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.source.SchemaSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one place expects, as far as it can be read.
 *
 * @param source the place
 * @param why why it is expected, for people
 * @param kind the kind of database for which it was read
 * @param schema what it expects; empty where nothing could be read
 * @param failure why nothing could be read, if that is so
 */
record Expected(
        SchemaSource source,
        String why,
        String kind,
        Optional<Schema> schema,
        Optional<SchemaSourceException> failure) {

    /**
     * Reads it: for the database that is known, or else for the one that is assumed, or else for whichever kind it is for.
     *
     * @param known the database that it is held against, if there is one
     */
    static Expected of(SchemaSource source, String why, Optional<Database> known, Duration timeout) {
        Database first = known.orElseGet(Databases::assumed);
        Expected read = read(source, why, first, timeout);
        if (read.failure().isEmpty() || known.isPresent()) {
            return read;
        }
        return Databases.names().stream()
                .filter(name -> !name.equals(first.name()))
                .flatMap(name -> Databases.named(name).stream())
                .map(other -> read(source, why, other, timeout))
                .filter(other -> other.failure().isEmpty())
                .findFirst()
                .orElse(read);
    }

    private static Expected read(SchemaSource source, String why, Database database, Duration timeout) {
        try {
            Schema schema = ReadingDeadline.within(timeout, () -> source.load(database));
            return new Expected(source, why, database.name(), Optional.of(schema), Optional.empty());
        } catch (SchemaSourceException e) {
            return new Expected(source, why, database.name(), Optional.empty(), Optional.of(e));
        }
    }

    /** Whether all of it can be read, and it expects anything. */
    boolean isWhole() {
        return schema.isPresent() && gaps().isEmpty() && !schema.get().isEmpty();
    }

    List<Gap> gaps() {
        return schema.map(Schema::gaps).orElse(List.of());
    }

    /** What to do about its gaps. */
    String remedy() {
        return source.unread(gaps().size());
    }

    int tables() {
        return schema.map(one -> one.tables().size()).orElse(0);
    }

    int columns() {
        return schema.map(one -> one.tables().stream()
                        .mapToInt(table -> table.columns().size())
                        .sum())
                .orElse(0);
    }

    /** The families of facts of which it names all, so that one more in a database is news. */
    List<String> complete() {
        return families(true);
    }

    /** The other families: what it names of them is compared, and no more. */
    List<String> partial() {
        return families(false);
    }

    private List<String> families(boolean complete) {
        return schema.stream()
                .flatMap(one -> Arrays.stream(Family.values())
                        .filter(family -> one.complete().contains(family) == complete))
                .map(family -> family.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .toList();
    }

    /** How many tables were there until a statement that could not be read may have changed them in any way. */
    int notFollowed() {
        return (int) gaps().stream()
                .filter(gap -> gap.reach() instanceof Gap.Reach.Everything)
                .flatMap(gap -> gap.reach().names().stream())
                .distinct()
                .count();
    }

    /** Tables, views above all, of which not everything is known, with their places. */
    List<Table> open() {
        List<Table> open = new ArrayList<>();
        schema.ifPresent(one -> one.tables().stream()
                .filter(table -> !table.notKnown().isEmpty())
                .forEach(open::add));
        return open;
    }
}
