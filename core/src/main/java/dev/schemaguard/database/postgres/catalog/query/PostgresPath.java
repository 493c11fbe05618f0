package dev.schemaguard.database.postgres.catalog.query;

import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.ObjectName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The schemas that were looked at, as the catalog numbers and orders them, and the role that looked. */
public final class PostgresPath {

    private static final Set<String> SYSTEM_SCHEMAS = Set.of("pg_catalog", "information_schema");

    private final String role;
    private final String setting;
    private final boolean given;
    private final List<Entry> path = new ArrayList<>();
    private final List<Entry> beside = new ArrayList<>();
    private final Map<Long, String> names = new HashMap<>();

    private PostgresPath(CatalogText session, List<Entry> entries, InspectionScope scope, int hidden) {
        this.role = session.name();
        int effectiveLength = session.integer();
        this.setting = session.text();
        this.given = !scope.schemas().isEmpty();
        int length = given
                ? scope.schemas().size()
                : scope.expected().isPresent() ? effectiveLength + hidden : Integer.MAX_VALUE;
        for (Entry entry : entries) {
            names.put(entry.oid, entry.name);
            (entry.position <= length ? path : beside).add(entry);
        }
    }

    /**
     * Reads the answers to {@link SchemaQueries#SESSION} and {@link SchemaQueries#SCHEMAS}.
     *
     * @param hidden how many schemas were looked at behind the effective search path, since the server leaves them out of it
     */
    public static PostgresPath read(PostgresAnswers answers, InspectionScope scope, int hidden) {
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<Long, String> row : answers.all(PostgresQuestion.SCHEMAS).entrySet()) {
            CatalogText text = new CatalogText(row.getValue());
            entries.add(new Entry(row.getKey(), text.number(), text.truth(), text.truth(), text.name()));
        }
        Collections.sort(entries);
        CatalogText session =
                new CatalogText(answers.text(PostgresQuestion.SESSION, 0).orElseThrow());
        return new PostgresPath(session, entries, scope, hidden);
    }

    private PostgresPath(PostgresPath whole, Entry only) {
        this.role = whole.role;
        this.setting = whole.setting;
        this.given = true;
        path.add(only);
        beside.addAll(whole.beside);
        path.forEach(entry -> names.put(entry.oid, entry.name));
        beside.forEach(entry -> names.put(entry.oid, entry.name));
    }

    /** The path as it were if the scope named only that one of its schemas. */
    public PostgresPath narrowedTo(Entry only) {
        return new PostgresPath(this, only);
    }

    /** The connected role. */
    public String role() {
        return role;
    }

    /** The session's setting {@code search_path}. */
    public String setting() {
        return setting;
    }

    /** Whether the scope names the schemas, rather than the session's search path. */
    public boolean isGiven() {
        return given;
    }

    /** The name of a schema that was looked at. */
    public String name(long oid) {
        return names.getOrDefault(oid, "");
    }

    /** The schemas in which unqualified names are looked for, in order, those that the server implies included. */
    public List<Entry> path() {
        return path;
    }

    /** The schemas that only the expectation's qualified names speak of. */
    public List<Entry> beside() {
        return beside;
    }

    /** The schemas that were named, so that it matters whether they hold anything. */
    public List<String> named() {
        return path.stream()
                .filter(entry -> given || entry.named && !SYSTEM_SCHEMAS.contains(entry.name))
                .map(Entry::name)
                .toList();
    }

    /** Those of the schemas that the role may not use. */
    public Set<String> unusable() {
        return Stream.concat(path.stream(), beside.stream())
                .filter(entry -> !entry.usable)
                .map(Entry::name)
                .collect(Collectors.toSet());
    }

    /** What the name means: to the server an unqualified one is the first on the path that there is. */
    public <T> Optional<T> find(ObjectName name, Map<ObjectName, T> objects) {
        T exact = objects.get(name);
        if (exact == null && !name.isQualified()) {
            for (Entry entry : path) {
                T onPath = objects.get(name.in(entry.name));
                if (onPath != null) {
                    return Optional.of(onPath);
                }
            }
        }
        return Optional.ofNullable(exact);
    }

    /** The search path, with those implied schemas in which something was found. */
    public List<String> searchPath(Set<String> used) {
        List<String> searchPath = new ArrayList<>(path.size());
        for (Entry entry : path) {
            if (given || entry.named || used.contains(entry.name)) {
                searchPath.add(entry.name);
            }
        }
        return searchPath;
    }

    /** All schemas that were looked at, as a report names them: the search path, and behind it what only qualified names speak of. */
    public List<String> lookedAt(Set<String> used) {
        List<String> lookedAt = new ArrayList<>(searchPath(used));
        for (Entry entry : beside) {
            lookedAt.add(entry.name);
        }
        return lookedAt;
    }

    /** The schemas whose types need no qualification, in order. */
    public List<String> typePath() {
        List<String> typePath = new ArrayList<>();
        path.forEach(entry -> typePath.add(entry.name));
        if (!typePath.contains("pg_catalog")) {
            typePath.add(0, "pg_catalog");
        }
        return typePath;
    }

    /** Whether a capture takes in that schema's tables: the system's own only where the scope names it. */
    public boolean isCaptured(ObjectName name) {
        return given || !SYSTEM_SCHEMAS.contains(name.schema());
    }

    /**
     * One schema.
     *
     * @param oid its number
     * @param position its place among those asked for, from 1 on
     * @param named whether the session's search path names it, rather than implies it as {@code pg_catalog} and the schema
     *     of temporary tables
     * @param usable whether the role has USAGE on it
     * @param name its name
     */
    public record Entry(long oid, long position, boolean named, boolean usable, String name)
            implements Comparable<Entry> {

        /** In the order of their places. */
        @Override
        public int compareTo(Entry other) {
            return Long.compare(position, other.position);
        }
    }
}
