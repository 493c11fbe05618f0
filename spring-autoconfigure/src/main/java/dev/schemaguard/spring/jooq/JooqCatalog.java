package dev.schemaguard.spring.jooq;

import dev.schemaguard.database.Database;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import org.jooq.Catalog;
import org.jooq.Constants;

/** Expectation from a catalog or schema that jOOQ generated. Looks at its classes only, never at a database. */
public final class JooqCatalog implements SchemaSource {

    private static final String REMEDY =
            "name the class of a generated catalog or schema, such as 'jooq:com.acme.generated.DefaultCatalog'";

    private static final String OLDEST_TRIED = "3.19.35";

    private final String className;
    private final List<org.jooq.Schema> schemas;

    private JooqCatalog(String className, List<org.jooq.Schema> schemas) {
        this.className = className;
        this.schemas = List.copyOf(schemas);
    }

    /**
     * The catalog or schema of that class.
     *
     * @throws SchemaSourceException if there is no such class, or it is neither
     */
    public static JooqCatalog of(String className, ClassLoader loader) {
        Object instance = instance(className, loader);
        return new JooqCatalog(
                className,
                instance instanceof Catalog catalog ? catalog.getSchemas() : List.of((org.jooq.Schema) instance));
    }

    /** Generated classes hold their only instance in a constant. */
    private static Object instance(String className, ClassLoader loader) {
        try {
            Class<?> type = Class.forName(className, true, loader);
            for (Field field : type.getFields()) {
                boolean constant = Modifier.isStatic(field.getModifiers()) && field.getType() == type;
                if (constant
                        && (Catalog.class.isAssignableFrom(type) || org.jooq.Schema.class.isAssignableFrom(type))) {
                    return field.get(null);
                }
            }
        } catch (ClassNotFoundException e) {
            throw refusal(className, "there is no such class on the class path", e);
        } catch (IllegalAccessException | LinkageError e) {
            throw refusal(className, "the class cannot be used (" + e + ")", e);
        }
        throw new SchemaSourceException(
                Origin.of("jooq:" + className), "the class is neither a generated catalog nor a schema", REMEDY);
    }

    private static SchemaSourceException refusal(String className, String reason, Throwable cause) {
        return new SchemaSourceException(Origin.of("jooq:" + className), reason, REMEDY, cause);
    }

    /** Where names without a schema are to be looked for: a single schema may be mapped to another one at run time. */
    public List<String> searchPath() {
        return schemas.size() == 1 && !schemas.get(0).getName().isEmpty()
                ? List.of(schemas.get(0).getName())
                : List.of();
    }

    @Override
    public String name() {
        return "jooq:" + className;
    }

    @Override
    public Schema load(Database database) {
        try {
            return new GeneratedSchema(schemas, database.dialect()).read();
        } catch (LinkageError e) {
            throw new SchemaSourceException(
                    Origin.of(name()),
                    "jOOQ " + version() + " lacks what it takes to read generated classes (" + e + ")",
                    "raise jOOQ to " + OLDEST_TRIED + " or newer, or expect a snapshot",
                    e);
        }
    }

    /** Asked at run time: the compiler would put in the version that it sees. */
    private static String version() {
        try {
            return String.valueOf(Constants.class.getField("FULL_VERSION").get(null));
        } catch (ReflectiveOperationException e) {
            return "of a version that does not say which";
        }
    }
}
