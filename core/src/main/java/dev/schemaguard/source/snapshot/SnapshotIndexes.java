package dev.schemaguard.source.snapshot;

import dev.schemaguard.model.Index;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads indexes. */
final class SnapshotIndexes {

    /** The access method of an index of which none is said. */
    static final String ORDINARY_METHOD = "btree";

    private final SnapshotInput in;

    SnapshotIndexes(SnapshotInput in) {
        this.in = in;
    }

    Index index() {
        return new Fields().read();
    }

    /** The fields of one index, in whatever order they come. */
    private final class Fields {

        private String name = "";
        private String method = ORDINARY_METHOD;
        private List<Index.Part> parts = List.of();
        private List<String> included = List.of();
        private boolean unique;
        private boolean nullsNotDistinct;
        private String predicate = "";
        private Optional<String> predicateWritten = Optional.empty();
        private boolean valid = true;
        private Origin origin = in.here();

        Index read() {
            in.startObject();
            while (in.nextField()) {
                switch (in.field()) {
                    case "name" -> name = in.text();
                    case "on" -> parts = parts();
                    case "method" -> method = in.text();
                    case "unique" -> unique = in.flag();
                    case "nullsNotDistinct" -> nullsNotDistinct = in.flag();
                    case "include" -> included = in.names();
                    case "where" -> predicate = in.text();
                    case "whereWritten" -> predicateWritten = Optional.of(in.text());
                    case "valid" -> valid = in.flag();
                    case "from" -> origin = in.origin();
                    default -> in.skip();
                }
            }
            if (parts.isEmpty()) {
                throw in.wrong("the index does not say what it is \"on\"");
            }
            SqlText where = new SqlText(predicate, predicateWritten.orElse(predicate));
            return new Index(name, method, parts, included, unique, nullsNotDistinct, where, valid, origin);
        }
    }

    private List<Index.Part> parts() {
        List<Index.Part> parts = new ArrayList<>();
        in.startArray();
        while (in.nextEntry()) {
            parts.add(part());
        }
        return parts;
    }

    private Index.Part part() {
        if (!in.isObject()) {
            return Index.ColumnPart.of(in.name());
        }
        String column = "";
        String expression = "";
        Optional<String> written = Optional.empty();
        boolean descending = false;
        int prefix = 0;
        Optional<Boolean> nullsFirst = Optional.empty();
        in.startObject();
        while (in.nextField()) {
            switch (in.field()) {
                case "column" -> column = in.name();
                case "expression" -> expression = in.name();
                case "expressionWritten" -> written = Optional.of(in.text());
                case "prefix" -> prefix = in.count();
                case "descending" -> descending = in.flag();
                case "nullsFirst" -> nullsFirst = Optional.of(in.flag());
                default -> in.skip();
            }
        }
        if (column.isEmpty() == expression.isEmpty()) {
            throw in.wrong("either a \"column\" or an \"expression\" was expected");
        }
        boolean first = nullsFirst.orElse(descending);
        return column.isEmpty()
                ? new Index.ExpressionPart(new SqlText(expression, written.orElse(expression)), descending, first)
                : new Index.ColumnPart(column, descending, first, prefix);
    }
}
