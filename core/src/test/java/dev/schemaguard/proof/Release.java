package dev.schemaguard.proof;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableUse;
import dev.schemaguard.model.Use;
import java.util.List;

/** What a release has in its database, and does there. */
interface Release {

    TableUse EVERYTHING = new TableUse(Use.ALWAYS, Use.ALWAYS, Use.ALWAYS, Use.ALWAYS, Use.ALWAYS);

    List<ReleaseTable> tables();

    /** The statements that create it all, but for the rows. */
    List<String> ddl();

    default ReleaseTable table(String name) {
        return tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The captured schema with what only the release knows: what it does with the tables. */
    default Schema expectation(Schema captured) {
        Schema.Builder expected = captured.toBuilder();
        for (ReleaseTable used : tables()) {
            Table table = captured.table(used.name()).orElseThrow();
            Table.Builder stated = Table.builder(table.name())
                    .kind(table.kind())
                    .constraints(table.constraints())
                    .indexes(table.indexes())
                    .use(used.isView() ? TableUse.READ_ONLY : EVERYTHING)
                    .complete(table.complete());
            for (Column column : table.columns()) {
                boolean written = !used.isView() && used.column(column.name()).isWritten();
                stated.column(column.toBuilder()
                        .written(written ? Use.ALWAYS : Use.NEVER)
                        .build());
            }
            expected.table(stated.build());
        }
        return expected.build();
    }
}
