package dev.schemaguard.source.statements;

import dev.schemaguard.database.Database;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.StatementSource;
import dev.schemaguard.statements.ReleaseStatements;
import dev.schemaguard.statements.mybatis.MapperFiles;
import dev.schemaguard.statements.reading.ReleaseReading;
import dev.schemaguard.statements.reading.StatementReader;
import java.util.List;
import java.util.Map;

/**
 * Statements of MyBatis' mappers that belong together, for a statement of one may include fragments of another.
 *
 * @param files the mappers, at least one
 */
public record MapperSource(List<SourceText> files) implements StatementSource {

    public MapperSource {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("there is no mapper");
        }
    }

    @Override
    public String name() {
        String first = files.get(0).location();
        return files.size() == 1 ? first : first + " and " + (files.size() - 1) + " more";
    }

    @Override
    public ReleaseStatements load(Database database, Schema expected) {
        ReleaseReading reading = new ReleaseReading(StatementReader.of(database.dialect(), database.ddl(), expected));
        MapperFiles.read(files, Map.of(), reading);
        return reading.result(name(), false);
    }
}
