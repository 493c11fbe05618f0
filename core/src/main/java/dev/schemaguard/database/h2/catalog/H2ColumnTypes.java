package dev.schemaguard.database.h2.catalog;

import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ColumnType.Modifier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** The type that a row of the information schema describes, be it of a column, of a domain or of an array's elements. */
final class H2ColumnTypes {

    /** The columns of the views that describe types, which are the same in all of them. */
    static final String FACTS = "DATA_TYPE, CHARACTER_MAXIMUM_LENGTH, DATETIME_PRECISION, INTERVAL_TYPE,"
            + " INTERVAL_PRECISION, MAXIMUM_CARDINALITY, DTD_IDENTIFIER, DECLARED_DATA_TYPE,"
            + " DECLARED_NUMERIC_PRECISION, DECLARED_NUMERIC_SCALE, GEOMETRY_TYPE, GEOMETRY_SRID";

    /** The same of the elements of arrays, which are no arrays with a size of their own here. */
    private static final long NO_LIMIT = 1_048_576;

    private static final int DEFAULT_FRACTION = 6;
    private static final int DEFAULT_INTERVAL = 2;

    private H2ColumnTypes() {}

    /** The type of a row that is neither an array nor an enum. */
    static ColumnType.Named read(ResultSet row) throws SQLException {
        String word = word(row);
        return switch (word) {
            case "CHARACTER" -> of("char", String.valueOf(row.getLong("CHARACTER_MAXIMUM_LENGTH")));
            case "BINARY" -> of("binary", String.valueOf(row.getLong("CHARACTER_MAXIMUM_LENGTH")));
            case "CHARACTER VARYING" -> bounded("varchar", row);
            case "VARCHAR_IGNORECASE" -> bounded("varchar_ignorecase", row);
            case "BINARY VARYING" -> bounded("varbinary", row);
            case "CHARACTER LARGE OBJECT" -> bounded("clob", row);
            case "BINARY LARGE OBJECT" -> bounded("blob", row);
            case "NUMERIC" -> numeric(row);
            case "DECFLOAT" -> declared("decfloat", row);
            case "TIME" -> fraction("time", row, 0);
            case "TIME WITH TIME ZONE" -> fraction("time with time zone", row, 0);
            case "TIMESTAMP" -> fraction("timestamp", row, DEFAULT_FRACTION);
            case "TIMESTAMP WITH TIME ZONE" -> fraction("timestamp with time zone", row, DEFAULT_FRACTION);
            case "INTERVAL" -> interval(row);
            case "GEOMETRY" -> geometry(row);
            default -> ColumnType.of(word.toLowerCase(Locale.ROOT));
        };
    }

    /** The first word of the type; H2 gives it in the case in which names fold. */
    static String word(ResultSet row) throws SQLException {
        return row.getString("DATA_TYPE").toUpperCase(Locale.ROOT);
    }

    private static ColumnType.Named bounded(String name, ResultSet row) throws SQLException {
        long length = row.getLong("CHARACTER_MAXIMUM_LENGTH");
        return length <= 0 || length >= NO_LIMIT ? ColumnType.of(name) : of(name, String.valueOf(length));
    }

    /** Without a precision it holds whole numbers of any size (manual, NUMERIC). */
    private static ColumnType.Named numeric(ResultSet row) throws SQLException {
        String precision = row.getString("DECLARED_NUMERIC_PRECISION");
        String scale = row.getString("DECLARED_NUMERIC_SCALE");
        return precision == null
                ? ColumnType.of("numeric")
                : ColumnType.of("numeric", precision, scale == null ? "0" : scale);
    }

    private static ColumnType.Named declared(String name, ResultSet row) throws SQLException {
        String precision = row.getString("DECLARED_NUMERIC_PRECISION");
        return precision == null ? ColumnType.of(name) : of(name, precision);
    }

    private static ColumnType.Named fraction(String name, ResultSet row, int usual) throws SQLException {
        int digits = row.getInt("DATETIME_PRECISION");
        return digits == usual ? ColumnType.of(name) : of(name, String.valueOf(digits));
    }

    /** The fields belong to the name; the size of the first and the fraction of the last are told behind it. */
    private static ColumnType.Named interval(ResultSet row) throws SQLException {
        String fields = row.getString("INTERVAL_TYPE").toLowerCase(Locale.ROOT);
        int first = row.getInt("INTERVAL_PRECISION");
        int digits = row.getInt("DATETIME_PRECISION");
        boolean usual = first == DEFAULT_INTERVAL && (digits == DEFAULT_FRACTION || !fields.endsWith("second"));
        String name = "interval " + fields;
        return usual
                ? ColumnType.of(name)
                : fields.endsWith("second")
                        ? of(name, String.valueOf(first), String.valueOf(digits))
                        : of(name, String.valueOf(first));
    }

    private static ColumnType.Named geometry(ResultSet row) throws SQLException {
        String shape = row.getString("GEOMETRY_TYPE");
        String system = row.getString("GEOMETRY_SRID");
        if (shape == null && system == null) {
            return ColumnType.of("geometry");
        }
        String kind = shape == null ? "geometry" : shape.toLowerCase(Locale.ROOT);
        return system == null ? of("geometry", kind) : of("geometry", kind, system);
    }

    private static ColumnType.Named of(String name, String... arguments) {
        return new ColumnType.Named(ColumnType.of(name).name(), new Modifier.Of(List.of(arguments)), false);
    }
}
