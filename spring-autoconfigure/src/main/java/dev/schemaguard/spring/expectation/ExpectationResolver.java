package dev.schemaguard.spring.expectation;

import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.snapshot.SnapshotSource;
import dev.schemaguard.text.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** Chooses what is expected of a DataSource: the first place that says anything. */
public final class ExpectationResolver {

    /** Where a release packages what it expects. */
    public static final String SNAPSHOT = SnapshotSource.PACKAGED;

    private final ListableBeanFactory beans;
    private final SchemaGuardProperties properties;
    private final PackagedSnapshot packaged;
    private final List<MigrationTool> migrationTools;
    private final ExpectationNames names;

    public ExpectationResolver(
            ListableBeanFactory beans,
            SchemaGuardProperties properties,
            PackagedSnapshot packaged,
            List<MigrationTool> migrationTools,
            List<NamedKind> kinds) {
        this.beans = beans;
        this.properties = properties;
        this.packaged = packaged;
        this.migrationTools = List.copyOf(migrationTools);
        this.names = new ExpectationNames(migrationTools, kinds);
    }

    /**
     * What somebody named for this DataSource, in a property, as beans, or by packaging it. A mapping of JPA that was named is
     * not in it: only its EntityManagerFactory knows it.
     */
    public Optional<Expected> named(DataSourceBean bean) {
        List<String> entries = entries(bean);
        if (!entries.isEmpty()) {
            return Optional.of(names.expected(entries, bean, property(bean) + " says so"));
        }
        if (!bean.main()) {
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
    public boolean namesMapping(DataSourceBean bean) {
        return ExpectationNames.nameMapping(entries(bean));
    }

    /** What to say where a mapping was named and there is none. */
    public InvalidConfigurationPropertyValueException noMapping(DataSourceBean bean) {
        return new InvalidConfigurationPropertyValueException(
                property(bean),
                entries(bean),
                "No EntityManagerFactory of Hibernate uses DataSource '" + bean.name() + "', so 'jpa' means nothing.");
    }

    /** The property that says what is expected of the DataSource. */
    private String property(DataSourceBean bean) {
        return own(bean).isEmpty() ? "schema-guard.expect" : "schema-guard.data-sources." + bean.name() + ".expect";
    }

    private List<String> entries(DataSourceBean bean) {
        List<String> own = own(bean);
        return own.isEmpty() && bean.main() ? properties.expect() : own;
    }

    private List<String> own(DataSourceBean bean) {
        SchemaGuardProperties own = properties.dataSources().get(bean.name());
        return own == null ? List.of() : own.expect();
    }

    /** What the application's migration tool makes of this DataSource. */
    public Optional<Expected> migrations(DataSourceBean bean) {
        return migrationTools.stream()
                .map(tool -> tool.expectation(bean))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** One expectation for many DataSources of equal rank is a question, not an answer. */
    public void requireMain(List<DataSourceBean> dataSources) {
        List<String> expect = properties.expect();
        if (!expect.isEmpty() && !dataSources.isEmpty() && dataSources.stream().noneMatch(DataSourceBean::main)) {
            List<String> names = new ArrayList<>();
            dataSources.forEach(bean -> names.add("schema-guard.data-sources." + bean.name() + ".expect"));
            throw new InvalidConfigurationPropertyValueException(
                    "schema-guard.expect",
                    expect.stream().map(Secrets::said).toList(),
                    "There are several DataSources and none is primary; set " + String.join(" or ", names) + ".");
        }
    }
}
