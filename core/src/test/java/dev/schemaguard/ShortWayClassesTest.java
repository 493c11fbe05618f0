package dev.schemaguard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.approval.TakenSnapshot;
import dev.schemaguard.check.ClassesAhead;
import dev.schemaguard.database.Databases;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Schema;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A start that meets the schema it expects loads none of the classes that read, compare, judge and cure. */
class ShortWayClassesTest {

    private static String url;
    private static String snapshot;

    @BeforeAll
    static void capture() throws Exception {
        url = TestPostgres.url(TestPostgres.freshDatabaseName());
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        TestPostgres.execute(database, "create table posts (id bigserial primary key, name text not null)");
        try (Connection connection = database.getConnection()) {
            snapshot = TakenSnapshot.of(connection, InspectionScope.EVERYTHING).text();
        }
    }

    @Test
    void loadsNothingThatComparesWhereNothingDiffers() throws Exception {
        Set<String> loaded = loadedBy("passes");

        assertThat(loaded)
                .contains("dev.schemaguard.check.DigestCheck")
                .noneMatch(
                        name -> name.matches(
                                "dev\\.schemaguard\\.(diff\\..*Diff|drift\\..*Drift|fix\\.Fix(Step|Context|Builder)"
                                        + "|statements\\..*|source\\.snapshot\\.Snapshot(Reader|Tables|Input)|model\\.(Table|Column|Schema|Index))"));
        assertThat(loaded)
                .as("so that whoever makes a start load more sees it here")
                .hasSizeLessThanOrEqualTo(104);
    }

    @Test
    void aRehearsalLoadsWhatAStartLoadsUpToTheServersAnswer() throws Exception {
        Set<String> missed = new TreeSet<>(loadedBy("passes"));
        missed.removeAll(loadedBy("rehearses"));

        assertThat(missed).as("what only an answer needs").hasSizeLessThan(8);
    }

    @ParameterizedTest
    @CsvSource({"compares,loadsAheadOfComparing,12", "passes,loadsAheadOfDigests,20"})
    void whatIsLoadedAheadIsNearlyAllThatACheckLoads(String check, String ahead, int missed) throws Exception {
        Set<String> left = new TreeSet<>(loadedBy(check));
        left.removeAll(loadedBy(ahead));

        assertThat(left).as("what a check still has to load itself").hasSizeLessThanOrEqualTo(missed);
    }

    /** Our classes that something loads that a start does. */
    private static Set<String> loadedBy(String what) throws Exception {
        try (Recorder recorder = new Recorder()) {
            Object done = recorder.loadClass(Start.class.getName())
                    .getMethod(what, String.class, String.class)
                    .invoke(null, url, snapshot);

            assertThat(done).isEqualTo(true);
            return recorder.loaded.stream()
                    .filter(name -> name.startsWith("dev.schemaguard."))
                    .collect(Collectors.toSet());
        }
    }

    /** What a start does. */
    public static final class Start {

        private Start() {}

        public static boolean passes(String url, String snapshot) {
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setUrl(url);
            return !guard(snapshot).check(database).failed();
        }

        public static boolean rehearses(String url, String snapshot) {
            guard(snapshot).rehearse(Databases.assumed());
            return true;
        }

        /** As by a mapping. */
        public static boolean compares(String url, String snapshot) {
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setUrl(url);
            Schema mapped = Schema.builder()
                    .table(
                            "posts",
                            posts -> posts.column("id", "bigint", id -> id.notNull())
                                    .column("name", "text", name -> name.notNull())
                                    .primaryKey("id"))
                    .build();
            return !SchemaGuard.expecting(mapped).build().check(database).failed();
        }

        public static boolean loadsAheadOfComparing(String url, String snapshot) throws Exception {
            ClassesAhead.ofComparing(Databases.assumed());
            return awaitLoader();
        }

        public static boolean loadsAheadOfDigests(String url, String snapshot) throws Exception {
            ClassesAhead.ofDigests(Databases.assumed());
            return awaitLoader();
        }

        /** Whoever loads ahead has nobody wait for it. */
        private static boolean awaitLoader() throws InterruptedException {
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().equals("schema-guard-loader")) {
                    thread.join();
                }
            }
            return true;
        }

        private static SchemaGuard guard(String snapshot) {
            return SchemaGuard.expecting(SnapshotSource.of(SourceText.text("schema.json", snapshot)))
                    .build();
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
