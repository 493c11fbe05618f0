package dev.schemaguard.proof;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.util.PGInterval;
import org.postgresql.util.PGobject;

/**
 * How a release hands values of one type to JDBC and takes them back, with the Java type that is natural for it.
 *
 * @param write binds a value that is not null
 * @param nullType the JDBC type that a null is bound with
 * @param read takes a value from a row
 */
record Handling(Write write, int nullType, Read read) {

    static final Handling STRING =
            new Handling((s, i, value) -> s.setString(i, (String) value), Types.VARCHAR, ResultSet::getString);
    static final Handling BYTES =
            new Handling((s, i, value) -> s.setBytes(i, (byte[]) value), Types.BINARY, ResultSet::getBytes);
    static final Handling XML = new Handling(Handling::writeXml, Types.SQLXML, ResultSet::getString);
    static final Handling INTERVAL = new Handling(
            (s, i, value) -> s.setObject(i, new PGInterval((String) value)),
            Types.OTHER,
            (row, i) -> row.getObject(i, PGInterval.class));
    static final Handling BYTE = new Handling(PreparedStatement::setObject, Types.TINYINT, ResultSet::getByte);
    static final Handling SHORT = new Handling(PreparedStatement::setObject, Types.SMALLINT, ResultSet::getShort);
    static final Handling INTEGER = new Handling(PreparedStatement::setObject, Types.INTEGER, ResultSet::getInt);
    static final Handling LONG = new Handling(PreparedStatement::setObject, Types.BIGINT, ResultSet::getLong);
    static final Handling DECIMAL = new Handling(PreparedStatement::setObject, Types.NUMERIC, ResultSet::getBigDecimal);
    static final Handling FLOAT = new Handling(PreparedStatement::setObject, Types.REAL, ResultSet::getFloat);
    static final Handling DOUBLE = new Handling(PreparedStatement::setObject, Types.DOUBLE, ResultSet::getDouble);
    static final Handling BOOLEAN = new Handling(PreparedStatement::setObject, Types.BOOLEAN, ResultSet::getBoolean);
    static final Handling MAP = new Handling(PreparedStatement::setObject, Types.OTHER, ResultSet::getObject);

    /** A value of a class that the driver knows by itself: UUIDs and the classes of java.time. */
    static Handling of(Class<?> type, int nullType) {
        return new Handling(PreparedStatement::setObject, nullType, (row, i) -> row.getObject(i, type));
    }

    /** A value of java.time, read by the class or, as older programs do, by the class of java.sql. */
    static Handling time(Class<?> type, int nullType, Read older) {
        return new Handling(PreparedStatement::setObject, nullType, (row, i) -> {
            try {
                return row.getObject(i, type);
            } catch (SQLException e) {
                return older.take(row, i);
            }
        });
    }

    /** A value that goes as text under its type's name, as object-relational mappers send documents, enums and ranges. */
    static Handling named(String type) {
        return new Handling(
                (s, i, value) -> {
                    PGobject object = new PGobject();
                    object.setType(type);
                    object.setValue((String) value);
                    s.setObject(i, object);
                },
                Types.OTHER,
                ResultSet::getString);
    }

    /** An array of the elements of the given type, which are whole numbers up to a largest one, or anything else. */
    static Handling array(String elementType, long largest) {
        return new Handling(
                (s, i, value) ->
                        s.setArray(i, s.getConnection().createArrayOf(elementType, ((List<?>) value).toArray())),
                Types.ARRAY,
                (row, i) -> {
                    Array array = row.getArray(i);
                    return array == null ? Values.NULL : elements(array, largest);
                });
    }

    void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value == Values.NULL) {
            statement.setNull(index, nullType);
        } else {
            write.bind(statement, index, value);
        }
    }

    /** What the release reads, in a form that compares by value. */
    String take(ResultSet row, int index) throws SQLException {
        Object value = read.take(row, index);
        return row.wasNull() || value == null ? "null" : plain(value);
    }

    private static String plain(Object value) throws SQLException {
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        if (value instanceof OffsetDateTime moment) {
            return moment.toInstant().toString();
        }
        if (value instanceof OffsetTime time) {
            return time.toString();
        }
        if (value instanceof PGobject object) {
            return String.valueOf(object.getValue());
        }
        return value instanceof Map<?, ?> map ? new TreeMap<>(map).toString() : value.toString();
    }

    private static String elements(Array array, long largest) throws SQLException {
        Object[] elements = (Object[]) array.getArray();
        for (Object element : elements) {
            if (element instanceof Number number && Math.abs(number.doubleValue()) > largest + 1d) {
                throw new ArithmeticException(number + " is more than the program's variable holds");
            }
        }
        return Arrays.deepToString(elements);
    }

    private static void writeXml(PreparedStatement statement, int index, Object value) throws SQLException {
        SQLXML xml = statement.getConnection().createSQLXML();
        xml.setString((String) value);
        statement.setSQLXML(index, xml);
    }

    /** Binds a parameter. */
    @FunctionalInterface
    interface Write {
        void bind(PreparedStatement statement, int index, Object value) throws SQLException;
    }

    /** Reads a column. */
    @FunctionalInterface
    interface Read {
        Object take(ResultSet row, int index) throws SQLException;
    }
}
