package dev.schemaguard.database;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The kinds of database on the class path, those of last resort at the end. Each is made when somebody comes to it, so that a start on
 * one kind loads no class of those behind it. Safe for use by many threads.
 */
final class FoundKinds implements Iterable<DatabaseKind> {

    private final Iterator<DatabaseKind> services;
    private final List<DatabaseKind> found = new ArrayList<>();
    private final List<DatabaseKind> lastResorts = new ArrayList<>();

    FoundKinds(ClassLoader loader) {
        services = ServiceLoader.load(DatabaseKind.class, loader).iterator();
    }

    @Override
    public Iterator<DatabaseKind> iterator() {
        return new Places();
    }

    Stream<DatabaseKind> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    private synchronized Optional<DatabaseKind> at(int place) {
        while (place >= found.size() && services.hasNext()) {
            DatabaseKind kind = services.next();
            (kind.isLastResort() ? lastResorts : found).add(kind);
        }
        int behind = place - found.size();
        if (behind < 0) {
            return Optional.of(found.get(place));
        }
        return behind < lastResorts.size() ? Optional.of(lastResorts.get(behind)) : Optional.empty();
    }

    private final class Places implements Iterator<DatabaseKind> {

        private int next;

        @Override
        public boolean hasNext() {
            return at(next).isPresent();
        }

        @Override
        public DatabaseKind next() {
            Optional<DatabaseKind> kind = at(next++);
            if (kind.isEmpty()) {
                throw new NoSuchElementException();
            }
            return kind.get();
        }
    }
}
