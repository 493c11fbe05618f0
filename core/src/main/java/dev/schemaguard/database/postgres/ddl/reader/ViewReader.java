package dev.schemaguard.database.postgres.ddl.reader;

import dev.schemaguard.database.postgres.ddl.query.QueryReader;
import dev.schemaguard.ddl.change.QueryChange;
import dev.schemaguard.ddl.change.Rows;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.draft.DraftTable;
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
import java.util.stream.IntStream;

/** Reads CREATE VIEW; what columns it has is known where the tables are that it shows. */
final class ViewReader {

    /** What stands before a star that means all columns. */
    private static final List<String> BEFORE_STAR = List.of("SELECT", "DISTINCT", "ALL", ",", ".");

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
        Set<String> sources = sources(cursor.remaining(), cursor.dialect());
        long stars = stars(cursor.remaining());
        String query = cursor.rest();
        Rows rows = recursive
                ? new Rows.Selected(columns.stream().map(ViewReader::column).toList(), Rows.NONE)
                : new Rows.Named(QueryReader.read(query, cursor.dialect()), "", columns);
        if (stars > rows.stars()) {
            mentions.add(DraftTable.ALL_COLUMNS);
        }
        TableKind kind = materialized ? TableKind.MATERIALIZED_VIEW : TableKind.VIEW;
        return List.of(
                new QueryChange.CreateView(name, kind, temporary, unlessExists, rows, mentions, sources, origin));
    }

    /** A view that refers to itself has to list its columns. */
    private static Rows.Item column(String name) {
        return new Rows.Value(name, ColumnType.UNSTATED);
    }

    /** How often all columns of something are meant, which neither {@code count(*)} does nor a multiplication. */
    private static long stars(List<Token> tokens) {
        return IntStream.range(1, tokens.size())
                .filter(i -> tokens.get(i).is("*"))
                .filter(i -> BEFORE_STAR.stream().anyMatch(tokens.get(i - 1)::is))
                .count();
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
            if (token.isName()) {
                names.add(Literals.identifier(token, dialect));
            }
        }
        return names;
    }
}
