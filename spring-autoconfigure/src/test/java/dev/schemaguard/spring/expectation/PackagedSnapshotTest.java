package dev.schemaguard.spring.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.schemaguard.check.ClassesAhead;
import dev.schemaguard.database.Databases;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class PackagedSnapshotTest {

    private static final String POSTS = """
            {"version": 1, "dialect": "postgresql", "complete": [], "leftOut": "ordinary",
             "tables": [{"name": "posts", "columns": [{"name": "id", "type": "bigint"}]}]}""";

    @TempDir
    private Path classes;

    @TempDir
    private Path dependency;

    @AutoClose
    private URLClassLoader loader = new URLClassLoader(new URL[0]);

    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

    @Test
    void isReadWhileTheContextIsMade() throws IOException {
        packaged();

        SchemaSource source =
                source("spring.datasource.url=jdbc:postgresql://localhost/shop").orElseThrow();

        assertThat(source.name()).isEqualTo("classpath:META-INF/schema-guard/schema.json");
        assertThat(isReadAhead(source)).isEqualTo(Runtime.getRuntime().availableProcessors() > 1);
        assertThat(source.load(Databases.assumed()).tables()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.datasource.url=jdbc:h2:mem:shop",
                "schema-guard.enabled=false",
                "schema-guard.mode=off",
                "schema-guard.expect=db/migration"
            })
    void isNotReadInVain(String property) throws IOException {
        packaged();

        assertThat(isReadAhead(source(property).orElseThrow())).isFalse();
    }

    @Test
    void isNotReadWhereABeanComesBeforeIt() throws IOException {
        packaged();
        beans.registerSingleton("contract", SchemaSource.of(Schema.builder().build()));

        assertThat(isReadAhead(
                        source("spring.datasource.url=jdbc:postgresql:shop").orElseThrow()))
                .isFalse();
    }

    @Test
    void isNoneWhereNothingIsPackaged() {
        assertThat(source("spring.datasource.url=jdbc:postgresql:shop")).isEmpty();
    }

    /** Only who asks for it hears of it: an application that expects something else has nothing to choose. */
    @Test
    void isRefusedWhereADependencyBringsOneToo() throws IOException {
        packaged();
        packaged(dependency, POSTS.replace("posts", "audits"));

        SchemaSource source =
                source("spring.datasource.url=jdbc:postgresql://localhost/shop").orElseThrow();

        assertThatThrownBy(() -> source.load(Databases.assumed()))
                .isInstanceOf(SchemaSourceException.class)
                .hasMessageContaining("'" + classes + "/' and '" + dependency + "/'");
    }

    /** Packaged or not: whatever is expected, it is going to be compared. */
    @ParameterizedTest
    @CsvSource({
        "spring.datasource.url=jdbc:postgresql://localhost/shop,true",
        "schema-guard.expect=db/migration,true",
        "spring.datasource.url=jdbc:h2:mem:shop,false",
        "schema-guard.enabled=false,false",
        "schema-guard.mode=off,false"
    })
    void whatACheckNeedsIsLoadedMeanwhile(String property, boolean loaded) throws Exception {
        Logger log = (Logger) LoggerFactory.getLogger(ClassesAhead.class);
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        said.start();
        log.addAppender(said);
        log.setLevel(Level.DEBUG);
        try {
            source(property);
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().equals("schema-guard-loader")) {
                    thread.join();
                }
            }
        } finally {
            log.detachAppender(said);
            log.setLevel(null);
        }

        assertThat(said.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactlyElementsOf(
                        loaded && Runtime.getRuntime().availableProcessors() > 1
                                ? List.of("went through a check without a database, which passed")
                                : List.of());
    }

    @BeforeEach
    void loadsFromTheFolders() throws IOException {
        loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL(), dependency.toUri().toURL()},
                getClass().getClassLoader());
    }

    private void packaged() throws IOException {
        packaged(classes, POSTS);
    }

    private static void packaged(Path folder, String snapshot) throws IOException {
        Path file = folder.resolve(ExpectationResolver.SNAPSHOT);
        Files.createDirectories(file.getParent());
        Files.writeString(file, snapshot);
    }

    private Optional<SchemaSource> source(String property) {
        int sign = property.indexOf('=');
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test", Map.of(property.substring(0, sign), property.substring(sign + 1))));
        beans.registerSingleton(ConfigurableApplicationContext.ENVIRONMENT_BEAN_NAME, environment);
        beans.setBeanClassLoader(loader);
        PackagedSnapshot snapshot = new PackagedSnapshot();
        snapshot.postProcessBeanFactory(beans);
        return snapshot.source();
    }

    private static boolean isReadAhead(SchemaSource source) {
        return source.toString().startsWith("AheadSource");
    }
}
