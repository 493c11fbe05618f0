package dev.schemaguard.jdbc.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.jdbc.verb.ExpectationPlaces;
import dev.schemaguard.source.migrations.MigrationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExaminationTextTest {

    @TempDir
    private Path folder;

    @Test
    void breaksLinesAtTheTerminalsWidthAndNoPath() throws IOException {
        Files.createDirectories(folder.resolve("src/main/resources/db/migration"));
        Files.writeString(
                folder.resolve("src/main/resources/db/migration/V1__odd.sql"), "DO $$ BEGIN EXECUTE x(); END $$;");
        Files.writeString(folder.resolve("pom.xml"), "hibernate-core");
        Examination found;
        try (Subject subject = Subject.project(folder)) {
            found = Examination.of(
                    subject,
                    new ExpectationPlaces(MigrationSettings.DEFAULT),
                    Optional.empty(),
                    Optional.empty(),
                    InspectionScope.EVERYTHING);
        }

        String path = folder.resolve("src/main/resources/db/migration").toString();
        assertThat(found.toText(80).lines())
                .allMatch(line -> line.length() <= 80 || line.contains(folder.toString()))
                .anyMatch(line -> line.startsWith(" ".repeat(12)) && line.contains("schema-guard"))
                .anyMatch(line -> line.equals("Expected: " + path));
        assertThat(found.toText(80).replaceAll("\\s+", " "))
                .as("nothing is lost")
                .isEqualTo(found.toText(0).replaceAll("\\s+", " "));
    }
}
