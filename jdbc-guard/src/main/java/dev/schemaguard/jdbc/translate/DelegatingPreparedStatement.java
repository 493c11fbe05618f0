package dev.schemaguard.jdbc.translate;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import org.jspecify.annotations.NullUnmarked;

/** The dull half of a prepared statement around another one: its parameters. What a driver takes may be null, as JDBC says. */
@NullUnmarked
abstract class DelegatingPreparedStatement extends TranslatingStatement<PreparedStatement>
        implements PreparedStatement {

    DelegatingPreparedStatement(PreparedStatement target, TranslatingConnection connection, String sql) {
        super(target, connection, sql);
    }

    @Override
    public void setNull(int index, int type) throws SQLException {
        target.setNull(index, type);
    }

    @Override
    public void setBoolean(int index, boolean value) throws SQLException {
        target.setBoolean(index, value);
    }

    @Override
    public void setByte(int index, byte value) throws SQLException {
        target.setByte(index, value);
    }

    @Override
    public void setShort(int index, short value) throws SQLException {
        target.setShort(index, value);
    }

    @Override
    public void setInt(int index, int value) throws SQLException {
        target.setInt(index, value);
    }

    @Override
    public void setLong(int index, long value) throws SQLException {
        target.setLong(index, value);
    }

    @Override
    public void setFloat(int index, float value) throws SQLException {
        target.setFloat(index, value);
    }

    @Override
    public void setDouble(int index, double value) throws SQLException {
        target.setDouble(index, value);
    }

    @Override
    public void setBigDecimal(int index, BigDecimal value) throws SQLException {
        target.setBigDecimal(index, value);
    }

    @Override
    public void setString(int index, String value) throws SQLException {
        target.setString(index, value);
    }

    @Override
    public void setBytes(int index, byte[] value) throws SQLException {
        target.setBytes(index, value);
    }

    @Override
    public void setDate(int index, Date value) throws SQLException {
        target.setDate(index, value);
    }

    @Override
    public void setTime(int index, Time value) throws SQLException {
        target.setTime(index, value);
    }

    @Override
    public void setTimestamp(int index, Timestamp value) throws SQLException {
        target.setTimestamp(index, value);
    }

    @Override
    public void clearParameters() throws SQLException {
        target.clearParameters();
    }

    @Override
    public void setObject(int index, Object value, int type) throws SQLException {
        target.setObject(index, value, type);
    }

    @Override
    public void setObject(int index, Object value) throws SQLException {
        target.setObject(index, value);
    }

    @Override
    public void addBatch() throws SQLException {
        target.addBatch();
    }

    @Override
    public void setRef(int index, Ref value) throws SQLException {
        target.setRef(index, value);
    }

    @Override
    public void setArray(int index, Array value) throws SQLException {
        target.setArray(index, value);
    }

    @Override
    public void setDate(int index, Date value, Calendar calendar) throws SQLException {
        target.setDate(index, value, calendar);
    }

    @Override
    public void setTime(int index, Time value, Calendar calendar) throws SQLException {
        target.setTime(index, value, calendar);
    }

    @Override
    public void setTimestamp(int index, Timestamp value, Calendar calendar) throws SQLException {
        target.setTimestamp(index, value, calendar);
    }

    @Override
    public void setNull(int index, int type, String typeName) throws SQLException {
        target.setNull(index, type, typeName);
    }

    @Override
    public void setURL(int index, URL value) throws SQLException {
        target.setURL(index, value);
    }

    @Override
    public void setRowId(int index, RowId value) throws SQLException {
        target.setRowId(index, value);
    }

    @Override
    public void setSQLXML(int index, SQLXML value) throws SQLException {
        target.setSQLXML(index, value);
    }

    @Override
    public void setObject(int index, Object value, int type, int scale) throws SQLException {
        target.setObject(index, value, type, scale);
    }

    @Override
    public void setObject(int index, Object value, SQLType type, int scale) throws SQLException {
        target.setObject(index, value, type, scale);
    }

    @Override
    public void setObject(int index, Object value, SQLType type) throws SQLException {
        target.setObject(index, value, type);
    }

    @Override
    public void setAsciiStream(int index, InputStream value, int length) throws SQLException {
        target.setAsciiStream(index, value, length);
    }

    @Override
    @Deprecated
    public void setUnicodeStream(int index, InputStream value, int length) throws SQLException {
        target.setUnicodeStream(index, value, length);
    }

    @Override
    public void setBinaryStream(int index, InputStream value, int length) throws SQLException {
        target.setBinaryStream(index, value, length);
    }

    @Override
    public void setCharacterStream(int index, Reader value, int length) throws SQLException {
        target.setCharacterStream(index, value, length);
    }

    @Override
    public void setBlob(int index, Blob value) throws SQLException {
        target.setBlob(index, value);
    }

    @Override
    public void setClob(int index, Clob value) throws SQLException {
        target.setClob(index, value);
    }

    @Override
    public void setNString(int index, String value) throws SQLException {
        target.setNString(index, value);
    }

    @Override
    public void setNCharacterStream(int index, Reader value, long length) throws SQLException {
        target.setNCharacterStream(index, value, length);
    }

    @Override
    public void setNClob(int index, NClob value) throws SQLException {
        target.setNClob(index, value);
    }

    @Override
    public void setClob(int index, Reader value, long length) throws SQLException {
        target.setClob(index, value, length);
    }

    @Override
    public void setBlob(int index, InputStream value, long length) throws SQLException {
        target.setBlob(index, value, length);
    }

    @Override
    public void setNClob(int index, Reader value, long length) throws SQLException {
        target.setNClob(index, value, length);
    }

    @Override
    public void setAsciiStream(int index, InputStream value, long length) throws SQLException {
        target.setAsciiStream(index, value, length);
    }

    @Override
    public void setBinaryStream(int index, InputStream value, long length) throws SQLException {
        target.setBinaryStream(index, value, length);
    }

    @Override
    public void setCharacterStream(int index, Reader value, long length) throws SQLException {
        target.setCharacterStream(index, value, length);
    }

    @Override
    public void setAsciiStream(int index, InputStream value) throws SQLException {
        target.setAsciiStream(index, value);
    }

    @Override
    public void setBinaryStream(int index, InputStream value) throws SQLException {
        target.setBinaryStream(index, value);
    }

    @Override
    public void setCharacterStream(int index, Reader value) throws SQLException {
        target.setCharacterStream(index, value);
    }

    @Override
    public void setNCharacterStream(int index, Reader value) throws SQLException {
        target.setNCharacterStream(index, value);
    }

    @Override
    public void setClob(int index, Reader value) throws SQLException {
        target.setClob(index, value);
    }

    @Override
    public void setBlob(int index, InputStream value) throws SQLException {
        target.setBlob(index, value);
    }

    @Override
    public void setNClob(int index, Reader value) throws SQLException {
        target.setNClob(index, value);
    }
}
