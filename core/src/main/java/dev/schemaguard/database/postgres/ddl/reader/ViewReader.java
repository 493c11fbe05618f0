package dev.schemaguard.database.postgres.ddl.reader;

import dev.schemaguard.ddl.change.QueryChange;
import dev.schemaguard.ddl.change.Rows;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.ddl.script.Literals;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.TableKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads CREATE VIEW; what columns it has is known where the tables are that it shows. */
final class ViewReader {

    private ViewReader() {}

    static List<Change> read(Cursor cursor, boolean temporary, boolean replace, Origin origin) {
        boolean recursive = cursor.accept("RECURSIVE");
        boolean materialized = cursor.accept("MATERIALIZED");
        cursor.expect("VIEW");
        boolean unlessExists = cursor.acceptIfNotExists() && !replace;
        ObjectName name = cursor.name();
        List<String> columns = cursor.at("(") ? cursor.identifiers() : List.of();
        while (!cursor.atAny("AS")) {
            cursor.skipOne();
        }
        cursor.next();
        Set<String> mentions = names(cursor.remaining(), cursor.dialect());
        String query = cursor.rest();
        Rows rows = recursive
                ? new Rows.Selected(columns.stream().map(ViewReader::column).toList(), Rows.NONE)
                : new Rows.Named(QueryReader.read(query, cursor.dialect()), "", columns);
        TableKind kind = materialized ? TableKind.MATERIALIZED_VIEW : TableKind.VIEW;
        return List.of(new QueryChange.CreateView(name, kind, temporary, unlessExists, rows, mentions, origin));
    }

    /** A view that refers to itself has to list its columns. */
    private static Rows.Item column(String name) {
        return new Rows.Value(name, ColumnType.UNSTATED);
    }

    private static Set<String> names(List<Token> tokens, Dialect dialect) {
        Set<String> names = new LinkedHashSet<>();
        for (Token token : tokens) {
            if (token.isName()) {
                names.add(Literals.identifier(token, dialect));
            }
        }
        return names;
    }
}
