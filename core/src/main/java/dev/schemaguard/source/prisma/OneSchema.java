package dev.schemaguard.source.prisma;

import dev.schemaguard.input.SourceText;
import dev.schemaguard.source.prisma.language.Declaration;
import dev.schemaguard.source.prisma.language.Declaration.Datasource;
import dev.schemaguard.source.prisma.language.SchemaFile;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells the files of one schema from those of others in the same folder: the schema's datasource lies highest, and a folder below with
 * a datasource of its own is another schema, such as the copy that the client's generator makes.
 */
final class OneSchema {

    private final List<Parsed> files;

    private OneSchema(List<Parsed> files) {
        this.files = files;
    }

    /** The blocks of the schema's files, in order. */
    static List<Declaration> in(List<SourceText> files) {
        return new OneSchema(files.stream()
                        .map(file -> new Parsed(file.location(), SchemaFile.read(file)))
                        .toList())
                .declarations();
    }

    private List<Declaration> declarations() {
        Optional<Parsed> own = files.stream().filter(Parsed::hasDatasource).min(Comparator.comparing(Parsed::depth));
        List<String> others = files.stream()
                .filter(Parsed::hasDatasource)
                .filter(file -> own.isPresent() && file.depth() > own.get().depth())
                .map(Parsed::folder)
                .toList();
        return files.stream()
                .filter(file -> others.stream().noneMatch(file.location()::startsWith))
                .flatMap(file -> file.declarations().stream())
                .toList();
    }

    /**
     * A file.
     *
     * @param location what it is called in reports, the path of its folder before its name
     * @param declarations its blocks
     */
    private record Parsed(String location, List<Declaration> declarations) {

        boolean hasDatasource() {
            return declarations.stream().anyMatch(Datasource.class::isInstance);
        }

        String folder() {
            return location.substring(0, location.lastIndexOf('/') + 1);
        }

        long depth() {
            return location.chars().filter(c -> c == '/').count();
        }
    }
}
