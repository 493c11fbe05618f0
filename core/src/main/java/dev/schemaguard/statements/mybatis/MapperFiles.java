package dev.schemaguard.statements.mybatis;

import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Origin;
import dev.schemaguard.statements.mybatis.Part.Tag;
import dev.schemaguard.statements.reading.ReleaseReading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Mapper files that belong together: a statement of one may include fragments of another. Statements for one kind of database alone
 * ({@code databaseId}) are read as all others, and their origins say it.
 */
public final class MapperFiles {

    private static final Set<String> STATEMENTS = Set.of("select", "insert", "update", "delete");

    private final Map<String, Tag> fragments = new HashMap<>();
    private final List<Found> found = new ArrayList<>();
    private final Map<String, String> variables;

    private MapperFiles(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /**
     * Reads all statements of mapper files.
     *
     * @param files the files
     * @param variables the properties of MyBatis' configuration, which stand for <code>${name}</code> in texts
     * @param reading gets the statements
     * @throws SchemaSourceException if a file cannot be read, is too large or too deep, uses entities, or is no mapper
     */
    public static void read(List<SourceText> files, Map<String, String> variables, ReleaseReading reading) {
        MapperFiles mappers = new MapperFiles(variables);
        files.forEach(mappers::add);
        mappers.found.forEach(statement -> mappers.read(statement, reading));
    }

    private void add(SourceText file) {
        Tag mapper = MapperXml.read(file);
        if (!mapper.name().equals("mapper")) {
            throw new SchemaSourceException(
                    Origin.of(file.location(), mapper.line()),
                    "is no mapper file: its outermost tag is no <mapper>",
                    "name mapper files only");
        }
        String namespace = mapper.attribute("namespace").orElse("");
        for (Tag tag : mapper.tags()) {
            String id = namespace + "." + tag.attribute("id").orElse("");
            if (tag.name().equals("sql")) {
                fragments.put(id, tag);
            } else if (STATEMENTS.contains(tag.name())) {
                found.add(new Found(namespace, id, file.location(), tag));
                tag.tags().stream()
                        .filter(key -> key.name().equals("selectKey"))
                        .forEach(key -> found.add(new Found(namespace, id + "!selectKey", file.location(), key)));
            }
        }
    }

    private void read(Found statement, ReleaseReading reading) {
        Fragments known = new Fragments(statement.namespace(), fragments, variables);
        reading.add(statement.origin(), new Variants(statement.tag(), known).texts());
    }

    /**
     * A statement, yet to be read.
     *
     * @param namespace the mapper's namespace
     * @param id what it is called, with the namespace
     * @param file where it stands
     * @param tag the tag
     */
    private record Found(String namespace, String id, String file, Tag tag) {

        Origin origin() {
            String only = tag.attribute("databaseId")
                    .map(database -> " for " + database)
                    .orElse("");
            return Origin.of(id + only + " in " + file, tag.line());
        }
    }
}
