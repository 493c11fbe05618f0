package dev.schemaguard.spring.expectation;

import dev.schemaguard.SchemaSources;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Origin;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.text.Secrets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads what {@code schema-guard.expect} names: locations, or by a word what the application itself knows. A word comes before
 * a file of that name; {@code ./flyway} is a folder.
 */
public final class ExpectationNames {

    /** The mapping of JPA, which is known only while its EntityManagerFactory is built. */
    public static final String MAPPING = "jpa";

    public static final String FLYWAY = "flyway";
    public static final String LIQUIBASE = "liquibase";
    public static final String DATA_JDBC = "spring-data-jdbc";
    public static final String JOOQ = "jooq";

    /** A library that brings a contract of its own tables, by its name. */
    public static final String LIBRARY = "library";

    /** All there are, whether or not this application has the library behind them. */
    private static final List<String> ALL = List.of(
            MAPPING, FLYWAY, LIQUIBASE, DATA_JDBC, JOOQ + ":com.acme.generated.DefaultCatalog", LIBRARY + ":NAME");

    /** What can only be meant for a word, where there is no such file. */
    private static final Pattern WORD =
            Pattern.compile("(?!(classpath|file|filesystem|jdbc):)[A-Za-z][A-Za-z0-9-]*(:[A-Za-z_$][A-Za-z0-9_$.]*)?");

    private final List<MigrationTool> tools;
    private final List<NamedKind> kinds;

    ExpectationNames(List<MigrationTool> tools, List<NamedKind> kinds) {
        this.tools = List.copyOf(tools);
        this.kinds = List.copyOf(kinds);
    }

    static boolean nameMapping(List<String> entries) {
        return entries.stream().anyMatch(entry -> entry.strip().equals(MAPPING));
    }

    /**
     * What the entries expect, but for the mapping of JPA.
     *
     * @throws SchemaSourceException if one of them is neither a location nor such a word, or what it names is not there
     */
    Expected expected(List<String> entries, DataSourceBean bean, String why) {
        List<SchemaSource> sources = new ArrayList<>();
        List<String> schemas = List.of();
        boolean mapped = true;
        for (String entry : entries) {
            if (entry.strip().equals(MAPPING)) {
                continue;
            }
            Expected one = expected(entry.strip(), bean);
            sources.addAll(one.sources());
            schemas = schemas.isEmpty() ? one.schemas() : schemas;
            mapped &= one.mapped();
        }
        return new Expected(sources, schemas, true, why, mapped);
    }

    private Expected expected(String entry, DataSourceBean bean) {
        int colon = entry.indexOf(':');
        String word = colon < 0 ? entry : entry.substring(0, colon);
        String argument = colon < 0 ? "" : entry.substring(colon + 1);
        Optional<NamedKind> kind =
                kinds.stream().filter(one -> one.name().equals(word)).findFirst();
        if (kind.isPresent()) {
            return kind.get().expected(argument, bean);
        }
        List<MigrationTool> named =
                tools.stream().filter(tool -> tool.name().equals(entry)).toList();
        if (!named.isEmpty()) {
            return named.stream()
                    .map(tool -> tool.expectation(bean))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseThrow(() -> new SchemaSourceException(
                            Origin.of(entry),
                            "no migrations are known that it runs on '" + bean.name() + "'",
                            "name their location instead"));
        }
        return Expected.named(List.of(location(entry)), "");
    }

    /** The source at a location, or a refusal that knows the words, too. */
    public static SchemaSource location(String entry) {
        if (WORD.matcher(entry).matches() && !exists(entry)) {
            throw new SchemaSourceException(Origin.of(Secrets.said(entry)), refusal(entry), remedy());
        }
        try {
            return SchemaSources.of(entry);
        } catch (SchemaSourceException e) {
            throw new SchemaSourceException(e.origin(), e.reason(), e.remedy() + "; " + remedy(), e);
        }
    }

    private static String refusal(String entry) {
        String word = entry.contains(":") ? entry.substring(0, entry.indexOf(':')) : entry;
        return ALL.stream().anyMatch(known -> known.equals(word) || known.startsWith(word + ":"))
                ? "this application has nothing of the kind: the library is not on its class path"
                : "this is neither a location where anything is nor a word that is known";
    }

    private static String remedy() {
        return "the application's own knowledge is named by "
                + ALL.stream().map(word -> "'" + word + "'").collect(Collectors.joining(", "))
                + "; a location by a path, 'classpath:' and a path, or a 'jdbc:' URL";
    }

    private static boolean exists(String entry) {
        try {
            return Files.exists(Path.of(entry));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
