package dev.schemaguard.spring.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.source.StatementSource;
import dev.schemaguard.spring.queries.QueryTarget;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

class StatementChoiceTest {

    private static final String FILE = "classpath:" + StatementChoice.PACKAGED;

    @TempDir
    private Path classes;

    @Test
    void takesWhatIsPackagedForTheMainDataSource() throws IOException {
        assertThat(chosen(Map.of(), "orders", true)).containsExactly(FILE);
        assertThat(chosen(Map.of(), "audit", false)).isEmpty();
    }

    @Test
    void takesWhatIsNamedInItsPlace() throws IOException {
        Map<String, String> set = Map.of(
                "schema-guard.statements", "one.sql, two.sql", "schema-guard.data-sources.audit.statements", "own.sql");

        assertThat(chosen(set, "orders", true)).containsExactly("one.sql", "two.sql");
        assertThat(chosen(set, "audit", false)).containsExactly("own.sql");
        assertThat(chosen(set, "other", false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none"})
    void isSwitchedOff(String off) throws IOException {
        SchemaGuardProperties properties = bound(Map.of("schema-guard.statements", off));

        assertThat(choice(properties).of(bean(properties, "orders", true), target(), true))
                .isEqualTo(SentStatements.UNKNOWN);
        assertThat(choice(properties).of(bean(properties, "audit", false), target(), true))
                .as("nor are its queries looked for")
                .isEqualTo(SentStatements.UNKNOWN);
    }

    /** {@code mvn test -Dschema-guard.statements=accept} reaches the application that the tests start. */
    @ParameterizedTest
    @ValueSource(strings = {"accept", "exact", "verify", "Accept"})
    void takesNoWordForTestsAsAFile(String word) throws IOException {
        assertThat(chosen(Map.of("schema-guard.statements", word), "orders", true))
                .containsExactly(FILE);
        SchemaGuardProperties properties = bound(Map.of("schema-guard.statements", word));
        choice(properties).requireMain(List.of(bean(properties, "orders", false), bean(properties, "audit", false)));
    }

    @Test
    void doesNotGuessForWhichOfSeveralDataSourcesItIs() throws IOException {
        SchemaGuardProperties properties = bound(Map.of("schema-guard.statements", "one.sql"));

        assertThatThrownBy(() -> choice(properties)
                        .requireMain(List.of(bean(properties, "orders", false), bean(properties, "audit", false))))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class);
    }

    private List<String> chosen(Map<String, String> set, String name, boolean main) throws IOException {
        SchemaGuardProperties properties = bound(set);
        SentStatements sent = choice(properties).of(bean(properties, name, main), target(), true);
        assertThat(sent.found()).hasSize(1);
        return sent.stated().stream().map(StatementSource::name).toList();
    }

    private StatementChoice choice(SchemaGuardProperties properties) throws IOException {
        Path file = classes.resolve(StatementChoice.PACKAGED);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "select 1;");
        return new StatementChoice(
                properties,
                new URLClassLoader(
                        new URL[] {classes.toUri().toURL()}, getClass().getClassLoader()),
                List.of());
    }

    private static QueryTarget target() {
        return new QueryTarget(true, Optional.empty());
    }

    private static DataSourceBean bean(SchemaGuardProperties properties, String name, boolean main) {
        return new DataSourceBean(name, new SimpleDriverDataSource(), main, properties.of(name));
    }

    private static SchemaGuardProperties bound(Map<String, String> set) {
        return new Binder(new MapConfigurationPropertySource(set))
                .bindOrCreate("schema-guard", SchemaGuardProperties.class);
    }
}
