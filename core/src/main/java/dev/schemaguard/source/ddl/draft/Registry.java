package dev.schemaguard.source.ddl.draft;

import dev.schemaguard.model.ObjectName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The objects of one kind by their names.
 *
 * <p>A script may call the same object {@code posts} and {@code public.posts}, for the schema of an unqualified name depends
 * on a search path that the script does not know. So a name without its counterpart is looked for without its schema too.
 */
public final class Registry<T> {

    private final Map<ObjectName, T> objects = new LinkedHashMap<>();

    /** All objects in the order of their creation. */
    public Collection<T> all() {
        return List.copyOf(objects.values());
    }

    /** The names with their objects. */
    public Map<ObjectName, T> byName() {
        return objects;
    }

    /** Whether exactly this name is taken. */
    public boolean has(ObjectName name) {
        return objects.containsKey(name);
    }

    public void put(ObjectName name, T object) {
        objects.put(name, object);
    }

    public void remove(ObjectName name) {
        objects.remove(name);
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
        List<ObjectName> found = objects.keySet().stream()
                .filter(key -> key.name().equals(name))
                .limit(2)
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
