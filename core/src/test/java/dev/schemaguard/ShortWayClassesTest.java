package dev.schemaguard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Databases;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.snapshot.SnapshotJson;
import dev.schemaguard.source.snapshot.SnapshotSource;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A start that meets the schema it expects loads none of the classes that read, compare, judge and cure. */
class ShortWayClassesTest {

    @Test
    void loadsNothingThatComparesWhereNothingDiffers() throws Exception {
        String url = TestPostgres.url(TestPostgres.freshDatabaseName());
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        TestPostgres.execute(database, "create table posts (id bigserial primary key, name text not null)");
        String snapshot;
        try (Connection connection = database.getConnection()) {
            Schema schema = SchemaCapture.capture(connection, InspectionScope.EVERYTHING);
            snapshot = SnapshotJson.toText(
                    schema,
                    Databases.assumed().dialect(),
                    SchemaCapture.digests(connection, InspectionScope.EVERYTHING, schema).stream()
                            .toList());
        }
        try (Recorder recorder = new Recorder()) {
            Object failed = recorder.loadClass(Start.class.getName())
                    .getMethod("failed", String.class, String.class)
                    .invoke(null, url, snapshot);

            assertThat(failed).isEqualTo(false);
            assertThat(recorder.loaded)
                    .contains("dev.schemaguard.check.DigestCheck")
                    .noneMatch(
                            name -> name.matches(
                                    "dev\\.schemaguard\\.(diff\\..*Diff|drift\\..*Drift|fix\\.Fix(Step|Context|Builder)"
                                            + "|statements\\..*|source\\.snapshot\\.Snapshot(Reader|Tables|Input)|model\\.(Table|Column|Schema|Index))"));
            assertThat(recorder.loaded.stream().filter(name -> name.startsWith("dev.schemaguard.")))
                    .as("so that whoever makes a start load more sees it here")
                    .hasSizeLessThanOrEqualTo(118);
        }
    }

    /** What a start does. */
    public static final class Start {

        private Start() {}

        public static boolean failed(String url, String snapshot) {
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setUrl(url);
            return SchemaGuard.expecting(SnapshotSource.of(SourceText.text("schema.json", snapshot)))
                    .build()
                    .check(database)
                    .failed();
        }
    }

    /** Loads everything anew, and notes what. */
    private static final class Recorder extends URLClassLoader {

        private final List<String> loaded = Collections.synchronizedList(new ArrayList<>());

        Recorder() {
            super(classPath(), ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            loaded.add(name);
            return super.findClass(name);
        }

        private static URL[] classPath() {
            List<URL> urls = new ArrayList<>();
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                try {
                    urls.add(Path.of(entry).toUri().toURL());
                } catch (MalformedURLException e) {
                    throw new IllegalStateException(entry, e);
                }
            }
            return urls.toArray(URL[]::new);
        }
    }
}
