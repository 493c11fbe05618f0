package dev.schemaguard.source.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.schemaguard.input.SchemaSourceException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the way of reading a folder is told with its name: a migration that is not seen would not be missed. */
@DisabledOnOs(OS.WINDOWS)
class FolderListingTest {

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectory(folder.resolve("more"));
        Files.writeString(folder.resolve("more/V2__b.sql"), "create table b (id int);");
        Files.writeString(folder.resolve("V1__a.sql"), "create table a (id int);");
    }

    @Test
    void refusesAFolderInTheFolderThatMayNotBeRead() throws Exception {
        Files.setPosixFilePermissions(folder.resolve("more"), PosixFilePermissions.fromString("---------"));

        assertThat(said(folder))
                .isEqualTo("db: 'more' in it cannot be read (permission denied); let this user read the"
                        + " folder and all that is in it");
    }

    @Test
    void refusesAFolderThatMayNotBeRead() throws Exception {
        Path inner = folder.resolve("more");
        Files.setPosixFilePermissions(inner, PosixFilePermissions.fromString("---------"));

        assertThat(said(inner)).startsWith("db: cannot be read (permission denied); ");
        assertThat(said(inner.resolve("deeper"))).startsWith("db: cannot be read (permission denied); ");
    }

    @Test
    void refusesALinkThatLeadsBack() throws IOException {
        Files.createSymbolicLink(folder.resolve("more/loop"), folder);

        assertThatThrownBy(this::names)
                .isInstanceOf(SchemaSourceException.class)
                .hasMessage("db: 'more/loop' in it leads back to a folder above it; remove that link");
    }

    @Test
    void refusesALinkOfAScriptThatLeadsNowhere() throws IOException {
        Files.createSymbolicLink(folder.resolve(".#V1__a.sql"), Path.of("somebody@somewhere"));
        Files.createSymbolicLink(folder.resolve("notes.txt"), Path.of("nowhere"));
        assertThat(names()).containsExactlyInAnyOrder("V1__a.sql", "more/V2__b.sql");

        Path link = Files.createSymbolicLink(folder.resolve("V3__c.sql"), Path.of("nowhere"));
        assertThatThrownBy(this::names).hasMessageStartingWith("db: the link 'V3__c.sql' leads to no file; mend it");

        Files.delete(link);
        Files.createSymbolicLink(link, link.getFileName());
        assertThatThrownBy(this::names).hasMessageStartingWith("db: the link 'V3__c.sql' leads to no file; mend it");
    }

    @Test
    void followsLinksAsMigrationToolsDo(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("V3__c.sql"), "create table c (id int);");
        Files.createSymbolicLink(folder.resolve("shared"), elsewhere);

        assertThat(names()).containsExactlyInAnyOrder("V1__a.sql", "more/V2__b.sql", "shared/V3__c.sql");
    }

    @Test
    void readsWhatKubernetesMountsOnce(@TempDir Path mount) throws IOException {
        Path version = Files.createDirectory(mount.resolve("..2026_11_29"));
        Files.writeString(version.resolve("V1__a.sql"), "create table a (id int);");
        Files.createSymbolicLink(mount.resolve("..data"), version.getFileName());
        Files.createSymbolicLink(mount.resolve("V1__a.sql"), Path.of("..data/V1__a.sql"));

        assertThat(new FolderListing("db", mount).files())
                .extracting(MigrationFile::path)
                .containsExactly("V1__a.sql");
    }

    @Test
    void readsAFileWhoseNameIsNoUtf8() throws Exception {
        Process made = new ProcessBuilder(
                        "sh",
                        "-c",
                        "printf 'create table c (id int);' > \"$1/$(printf 'V3__caf\\351.sql')\"",
                        "sh",
                        "" + folder)
                .start();
        assumeThat(made.waitFor()).isZero();

        MigrationFile file = new FolderListing("db", folder)
                .files().stream()
                        .filter(each -> each.path().startsWith("V3"))
                        .findFirst()
                        .orElseThrow();
        try (BufferedReader text = new BufferedReader(file.text().open())) {
            assertThat(text.readLine()).isEqualTo("create table c (id int);");
        }
    }

    @Test
    void refusesAFileForAFolder() {
        assertThatThrownBy(() -> new FolderListing("db", folder.resolve("V1__a.sql")).files())
                .hasMessageStartingWith("db: is no folder; ");
        assertThatThrownBy(() -> new FolderListing("db", folder.resolve("none")).files())
                .hasMessageStartingWith("db: no such folder; ");
    }

    private List<String> names() {
        return new FolderListing("db", folder)
                .files().stream().map(MigrationFile::path).toList();
    }

    /** What is said where permissions hold: for whoever runs this, or else for nobody, as whom a process of its own asks. */
    private String said(Path asked) throws Exception {
        if (!System.getProperty("user.name").equals("root")) {
            return ListingProcess.said(asked);
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return ListingProcess.asNobody(asked);
    }
}
