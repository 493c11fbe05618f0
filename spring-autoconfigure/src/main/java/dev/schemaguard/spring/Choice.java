package dev.schemaguard.spring;

import dev.schemaguard.SchemaSources;
import dev.schemaguard.source.SchemaSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** Chooses what is expected of a DataSource: the first place that says anything. */
final class Choice {

    /** Where a release packages what it expects. */
    static final String SNAPSHOT = "META-INF/schema-guard/schema.json";

    private final ListableBeanFactory beans;
    private final ClassLoader loader;
    private final List<Function<Target, Optional<Expected>>> migrationTools;

    Choice(ListableBeanFactory beans, ClassLoader loader, List<Function<Target, Optional<Expected>>> migrationTools) {
        this.beans = beans;
        this.loader = loader;
        this.migrationTools = List.copyOf(migrationTools);
    }

    /** What somebody named for this DataSource, in a property, as beans, or by packaging it. */
    Optional<Expected> named(Target target) {
        Settings settings = target.settings();
        if (!settings.expect().isEmpty()) {
            String property = "schema-guard.data-sources." + target.bean() + ".expect";
            return Optional.of(Expected.named(sources(settings.expect()), property + " says so"));
        }
        if (!target.main()) {
            return Optional.empty();
        }
        if (!settings.commonExpect().isEmpty()) {
            return Optional.of(Expected.named(sources(settings.commonExpect()), "schema-guard.expect says so"));
        }
        Map<String, SchemaSource> sources = beans.getBeansOfType(SchemaSource.class);
        if (!sources.isEmpty()) {
            return Optional.of(
                    Expected.named(List.copyOf(sources.values()), "the application has these SchemaSource beans"));
        }
        return loader.getResource(SNAPSHOT) == null
                ? Optional.empty()
                : Optional.of(Expected.named(sources(List.of("classpath:" + SNAPSHOT)), "the application packages it"));
    }

    /** What the application's migration tool makes of this DataSource. */
    Optional<Expected> migrations(Target target) {
        return migrationTools.stream()
                .map(tool -> tool.apply(target))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** One expectation for many DataSources of equal rank is a question, not an answer. */
    static void requireMain(List<Target> targets) {
        List<String> expect = targets.stream()
                .findFirst()
                .map(target -> target.settings().commonExpect())
                .orElse(List.of());
        if (!expect.isEmpty() && targets.stream().noneMatch(Target::main)) {
            List<String> names = new ArrayList<>();
            targets.forEach(target -> names.add("schema-guard.data-sources." + target.bean() + ".expect"));
            throw new InvalidConfigurationPropertyValueException(
                    "schema-guard.expect",
                    expect,
                    "There are several DataSources and none is primary; set " + String.join(" or ", names) + ".");
        }
    }

    private static List<SchemaSource> sources(List<String> locations) {
        return locations.stream().map(SchemaSources::of).toList();
    }
}
