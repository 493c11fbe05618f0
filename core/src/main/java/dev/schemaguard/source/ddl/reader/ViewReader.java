package dev.schemaguard.source.ddl.reader;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.TableKind;
import dev.schemaguard.source.ddl.change.QueryChange;
import dev.schemaguard.source.ddl.draft.Change;
import dev.schemaguard.source.ddl.script.Cursor;
import dev.schemaguard.source.ddl.script.Literals;
import dev.schemaguard.source.ddl.script.Token;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads CREATE VIEW; what columns it has is known only where they are listed. */
final class ViewReader {

    private ViewReader() {}

    static List<Change> read(Cursor cursor, boolean temporary, boolean replace, Origin origin) {
        cursor.accept("RECURSIVE");
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
        Set<String> sources = sources(cursor.remaining(), cursor.dialect());
        String query = cursor.rest();
        List<String> selected = QueryColumns.of(query, cursor.dialect());
        if (columns.size() < selected.size()) {
            // A list gives names to the first ones only.
            List<String> all = new ArrayList<>(columns);
            all.addAll(selected.subList(columns.size(), selected.size()));
            columns = all;
        }
        TableKind kind = materialized ? TableKind.MATERIALIZED_VIEW : TableKind.VIEW;
        return List.of(
                new QueryChange.CreateView(name, kind, temporary, unlessExists, columns, mentions, sources, origin));
    }

    /** The names that may be those of temporary tables: behind FROM, JOIN or a comma, and without another schema. */
    private static Set<String> sources(List<Token> tokens, Dialect dialect) {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 1; i < tokens.size(); i++) {
            Token before = tokens.get(i - 1);
            boolean behind = before.is("FROM")
                    || before.is("JOIN")
                    || before.is(",")
                    || before.is("(")
                    || before.is("ONLY")
                    || before.is("TABLE");
            boolean own = before.is(".") && i > 1 && tokens.get(i - 2).is("pg_temp");
            boolean qualifies = i + 1 < tokens.size() && tokens.get(i + 1).is(".");
            if (tokens.get(i).isName() && (own || behind && !qualifies)) {
                names.add(Literals.identifier(tokens.get(i), dialect));
            }
        }
        return names;
    }

    private static Set<String> names(List<Token> tokens, Dialect dialect) {
        Set<String> names = new LinkedHashSet<>();
        for (Token token : tokens) {
            if (token.is("*")) {
                names.add(token.text());
            } else if (token.isName()) {
                names.add(Literals.identifier(token, dialect));
            }
        }
        return names;
    }
}
