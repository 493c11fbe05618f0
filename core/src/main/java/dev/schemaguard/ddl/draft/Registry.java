package dev.schemaguard.ddl.draft;

import dev.schemaguard.model.ObjectName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The objects of one kind by their names.
 *
 * <p>A script may call the same object {@code posts} and {@code public.posts}, for the schema of an unqualified name depends
 * on a search path that the script does not know. So a name without its counterpart is looked for without its schema too.
 */
public final class Registry<T> {

    private final Map<ObjectName, T> objects = new LinkedHashMap<>();

    /** The full names of all objects with a bare name. */
    private final Map<String, Set<ObjectName>> byBareName = new HashMap<>();

    /** The full names of all objects in a schema. */
    private final Map<String, Set<ObjectName>> bySchema = new HashMap<>();

    /** All objects in the order of their creation. */
    public Collection<T> all() {
        return List.copyOf(objects.values());
    }

    /** The objects whose names say this schema; of the empty one, those whose names say none. */
    public List<T> in(String schema) {
        List<T> found = new ArrayList<>();
        bySchema.getOrDefault(schema, Set.of()).forEach(name -> get(name).ifPresent(found::add));
        return found;
    }

    /** The objects of a bare name, in whatever schema. */
    public List<T> named(String name) {
        List<T> found = new ArrayList<>();
        byBareName.getOrDefault(name, Set.of()).forEach(full -> get(full).ifPresent(found::add));
        return found;
    }

    /** The object of exactly this name. */
    public Optional<T> get(ObjectName name) {
        return Optional.ofNullable(objects.get(name));
    }

    /** Whether exactly this name is taken. */
    public boolean has(ObjectName name) {
        return objects.containsKey(name);
    }

    /** Adds an object behind the others, or replaces the one of that name. */
    void put(ObjectName name, T object) {
        if (objects.put(name, object) == null) {
            byBareName
                    .computeIfAbsent(name.name(), key -> new LinkedHashSet<>(2))
                    .add(name);
            bySchema.computeIfAbsent(name.schema(), key -> new LinkedHashSet<>())
                    .add(name);
        }
    }

    /** Removes the object of that name and gives it, if there is one. */
    public Optional<T> remove(ObjectName name) {
        Optional<T> removed = Optional.ofNullable(objects.remove(name));
        removed.ifPresent(object -> {
            forget(byBareName, name.name(), name);
            forget(bySchema, name.schema(), name);
        });
        return removed;
    }

    private static void forget(Map<String, Set<ObjectName>> names, String key, ObjectName name) {
        Set<ObjectName> left = names.getOrDefault(key, Set.of());
        left.remove(name);
        if (left.isEmpty()) {
            names.remove(key);
        }
    }

    /** The object that a statement means, if the script made one. */
    public Optional<T> find(ObjectName written, SearchPath path) {
        return key(written, path).map(objects::get);
    }

    /** The name under which the object is kept that a statement means. */
    public Optional<ObjectName> key(ObjectName written, SearchPath path) {
        return written.isQualified() ? qualified(written) : unqualified(written, path);
    }

    private Optional<ObjectName> qualified(ObjectName written) {
        if (objects.containsKey(written)) {
            return Optional.of(written);
        }
        ObjectName bare = written.unqualified();
        return objects.containsKey(bare) ? Optional.of(bare) : Optional.empty();
    }

    private Optional<ObjectName> unqualified(ObjectName written, SearchPath path) {
        ObjectName temporary = written.in(SearchPath.TEMPORARY);
        if (objects.containsKey(temporary)) {
            return Optional.of(temporary);
        }
        for (String schema : path.schemas()) {
            if (objects.containsKey(written.in(schema))) {
                return Optional.of(written.in(schema));
            }
        }
        if (objects.containsKey(written)) {
            return Optional.of(written);
        }
        ObjectName usual = written.in(SearchPath.USUAL);
        return objects.containsKey(usual) ? Optional.of(usual) : only(written.name());
    }

    /** The only object of that name in any schema: the script ran, so it must be the one that was meant. */
    private Optional<ObjectName> only(String name) {
        Set<ObjectName> found = byBareName.getOrDefault(name, Set.of());
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }
}
