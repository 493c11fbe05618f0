package dev.schemaguard.spring;

import dev.schemaguard.model.Secrets;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.snapshot.SnapshotSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** Chooses what is expected of a DataSource: the first place that says anything. */
final class Choice {

    /** Where a release packages what it expects. */
    static final String SNAPSHOT = SnapshotSource.PACKAGED;

    private final ListableBeanFactory beans;
    private final SchemaGuardProperties properties;
    private final PackagedSnapshot packaged;
    private final List<MigrationTool> migrationTools;
    private final Words words;

    Choice(
            ListableBeanFactory beans,
            SchemaGuardProperties properties,
            PackagedSnapshot packaged,
            List<MigrationTool> migrationTools,
            List<NamedKind> kinds) {
        this.beans = beans;
        this.properties = properties;
        this.packaged = packaged;
        this.migrationTools = List.copyOf(migrationTools);
        this.words = new Words(migrationTools, kinds);
    }

    /**
     * What somebody named for this DataSource, in a property, as beans, or by packaging it. A mapping of JPA that was named is
     * not in it: only its EntityManagerFactory knows it.
     */
    Optional<Expected> named(Target target) {
        List<String> entries = entries(target);
        if (!entries.isEmpty()) {
            return Optional.of(words.expected(entries, target, property(target) + " says so"));
        }
        if (!target.main()) {
            return Optional.empty();
        }
        Map<String, SchemaSource> sources = beans.getBeansOfType(SchemaSource.class);
        if (!sources.isEmpty()) {
            return Optional.of(
                    Expected.named(List.copyOf(sources.values()), "the application has these SchemaSource beans"));
        }
        return packaged.source().map(source -> Expected.named(List.of(source), "the application packages it"));
    }

    /** Whether a property names the mapping of JPA for this DataSource. */
    boolean namesMapping(Target target) {
        return Words.nameMapping(entries(target));
    }

    /** What to say where a mapping was named and there is none. */
    InvalidConfigurationPropertyValueException noMapping(Target target) {
        return new InvalidConfigurationPropertyValueException(
                property(target),
                entries(target),
                "No EntityManagerFactory of Hibernate uses DataSource '" + target.bean()
                        + "', so 'jpa' means nothing.");
    }

    /** The property that says what is expected of the DataSource. */
    private String property(Target target) {
        return own(target).isEmpty()
                ? "schema-guard.expect"
                : "schema-guard.data-sources." + target.bean() + ".expect";
    }

    private List<String> entries(Target target) {
        List<String> own = own(target);
        return own.isEmpty() && target.main() ? properties.expect() : own;
    }

    private List<String> own(Target target) {
        SchemaGuardProperties own = properties.dataSources().get(target.bean());
        return own == null ? List.of() : own.expect();
    }

    /** What the application's migration tool makes of this DataSource. */
    Optional<Expected> migrations(Target target) {
        return migrationTools.stream()
                .map(tool -> tool.expectation(target))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** One expectation for many DataSources of equal rank is a question, not an answer. */
    void requireMain(List<Target> targets) {
        List<String> expect = properties.expect();
        if (!expect.isEmpty() && !targets.isEmpty() && targets.stream().noneMatch(Target::main)) {
            List<String> names = new ArrayList<>();
            targets.forEach(target -> names.add("schema-guard.data-sources." + target.bean() + ".expect"));
            throw new InvalidConfigurationPropertyValueException(
                    "schema-guard.expect",
                    expect.stream().map(Secrets::said).toList(),
                    "There are several DataSources and none is primary; set " + String.join(" or ", names) + ".");
        }
    }
}
