package dev.schemaguard.source.location;

import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Origin;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.liquibase.LiquibaseSource;
import dev.schemaguard.source.migrations.MigrationScripts;
import dev.schemaguard.source.migrations.MigrationSettings;
import dev.schemaguard.source.prisma.PrismaFolder;
import dev.schemaguard.text.Secrets;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** A file or folder. */
final class FilePlace extends Place {

    private final Path path;

    FilePlace(String text, Path path, MigrationSettings settings) {
        super(text, settings);
        this.path = path;
    }

    @Override
    String name() {
        return path.toString();
    }

    @Override
    boolean exists() {
        try {
            Files.readAttributes(path, BasicFileAttributes.class);
            return true;
        } catch (AccessDeniedException e) {
            throw new SchemaSourceException(
                    Origin.of(text()), "permission denied", "let this user read it and the folders above it", e);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    boolean isPlace() {
        Path folder = path.toAbsolutePath().getParent();
        String name = String.valueOf(path.getFileName());
        return exists()
                || folder != null
                        && Files.isDirectory(folder)
                        && Secrets.said(name).equals(name);
    }

    @Override
    String where() {
        return "";
    }

    @Override
    boolean isFolder() {
        return Files.isDirectory(path);
    }

    @Override
    SchemaSource source() {
        if (!isFolder() || settings().layout().isPresent()) {
            return super.source();
        }
        Optional<PrismaFolder> prisma = PrismaFolder.at(text(), path);
        return prisma.isPresent()
                ? PrismaParts.of(prisma.get(), settings())
                : new DetectedFolder(
                        text(), path, master -> liquibase(LiquibaseSource.file(text(), master)), super::source);
    }

    @Override
    SourceText file() {
        return SourceText.file(shown(), path);
    }

    @Override
    MigrationScripts folder() {
        return MigrationScripts.folder(shown(), path);
    }

    @Override
    LiquibaseSource changelog() {
        return LiquibaseSource.file(shown(), path);
    }
}
