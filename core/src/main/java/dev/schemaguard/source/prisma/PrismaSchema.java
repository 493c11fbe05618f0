package dev.schemaguard.source.prisma;

import dev.schemaguard.input.Excerpt;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.Origin;
import dev.schemaguard.source.prisma.language.Declaration;
import dev.schemaguard.source.prisma.language.Declaration.Datasource;
import dev.schemaguard.source.prisma.language.Declaration.Enumeration;
import dev.schemaguard.source.prisma.language.Declaration.Model;
import dev.schemaguard.source.prisma.language.Declaration.Named;
import dev.schemaguard.source.prisma.language.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All blocks of a schema, by their names. */
final class PrismaSchema {

    private static final String REMEDY =
            "name one schema: the file, or the folder that holds all files of one and no copies of them";

    private final Map<String, Model> models = new LinkedHashMap<>();
    private final Map<String, Enumeration> enums = new LinkedHashMap<>();
    private final Map<String, Origin> others = new LinkedHashMap<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final Datasource datasource;
    private final Provider provider;

    private PrismaSchema(String location, List<Declaration> declarations) {
        List<Datasource> datasources = new ArrayList<>();
        Map<String, Origin> known = new LinkedHashMap<>();
        for (Declaration declaration : declarations) {
            if (declaration instanceof Datasource one) {
                datasources.add(one);
            } else if (declaration instanceof Named named) {
                once(known, named);
                add(named);
            } else if (declaration instanceof Declaration.Other other) {
                others.put(other.name(), other.origin());
            } else if (declaration instanceof Declaration.Unknown unknown) {
                gaps.add(Gap.everywhere(
                        unknown.origin(), "what a block '" + Excerpt.of(unknown.word()) + "' says is not known"));
            }
        }
        this.datasource = single(location, datasources);
        this.provider = providerOf(datasource);
    }

    /**
     * The schema that these blocks are.
     *
     * @param location what it is called in reports
     * @throws SchemaSourceException if they are none, or of a kind of database that is not read
     */
    static PrismaSchema of(String location, List<Declaration> declarations) {
        return new PrismaSchema(location, declarations);
    }

    private static void once(Map<String, Origin> known, Named named) {
        Origin before = known.putIfAbsent(named.name(), named.origin());
        if (before != null) {
            throw new SchemaSourceException(
                    named.origin(),
                    "'" + Excerpt.of(named.name()) + "' is declared a second time, after " + before,
                    REMEDY);
        }
    }

    private void add(Named named) {
        if (named instanceof Model model) {
            models.put(model.name(), model);
        } else if (named instanceof Enumeration enumeration) {
            enums.put(enumeration.name(), enumeration);
        }
    }

    private static Datasource single(String location, List<Datasource> datasources) {
        if (datasources.isEmpty()) {
            throw new SchemaSourceException(
                    Origin.of(location),
                    "holds no datasource, so that it is not known for which kind of database it is",
                    "name the folder that holds all files of the schema, the one with the datasource among them");
        }
        if (datasources.size() > 1) {
            throw new SchemaSourceException(
                    datasources.get(1).origin(),
                    "is a second datasource, after " + datasources.get(0).origin(),
                    REMEDY);
        }
        return datasources.get(0);
    }

    private static Provider providerOf(Datasource datasource) {
        Optional<String> name =
                Optional.ofNullable(datasource.values().get("provider")).flatMap(Value::asText);
        return name.flatMap(Provider::named)
                .orElseThrow(() -> new SchemaSourceException(
                        datasource.origin(),
                        name.map(text -> "is for provider '" + Excerpt.of(text) + "', of which schemas are not read")
                                .orElse("says no provider in quotes"),
                        "those of " + Provider.all() + " are; else expect a snapshot of a database that"
                                + " 'prisma db push' made (schema-guard snapshot --url)"));
    }

    Provider provider() {
        return provider;
    }

    /** What native types are written with. */
    String datasource() {
        return datasource.name();
    }

    Origin datasourceOrigin() {
        return datasource.origin();
    }

    /** Whether the client takes the place of foreign keys, so that the database has none. */
    boolean hasForeignKeys() {
        return Optional.ofNullable(datasource.values().get("relationMode"))
                .or(() -> Optional.ofNullable(datasource.values().get("referentialIntegrity")))
                .flatMap(Value::asText)
                .map(mode -> !mode.equals("prisma"))
                .orElse(true);
    }

    Collection<Model> models() {
        return models.values();
    }

    Optional<Model> model(String name) {
        return Optional.ofNullable(models.get(name));
    }

    Optional<Enumeration> enumeration(String name) {
        return Optional.ofNullable(enums.get(name));
    }

    Collection<Enumeration> enumerations() {
        return enums.values();
    }

    /** Whether it is the name of a block that no SQL database has anything of. */
    boolean isOther(String name) {
        return others.containsKey(name);
    }

    /** What blocks hold of which nobody knows what it says. */
    List<Gap> gaps() {
        return List.copyOf(gaps);
    }
}
