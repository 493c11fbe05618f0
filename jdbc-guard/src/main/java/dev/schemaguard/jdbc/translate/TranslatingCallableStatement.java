package dev.schemaguard.jdbc.translate;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import org.jspecify.annotations.NullUnmarked;

/**
 * A procedure call whose failures tell drift from a typo; its own part is the parameters by name. What a driver takes may be
 * null, as JDBC says.
 */
@NullUnmarked
final class TranslatingCallableStatement extends DelegatingNamedOutputs {

    public TranslatingCallableStatement(CallableStatement target, TranslatingConnection connection, String sql) {
        super(target, connection, sql);
    }

    @Override
    public void setURL(String name, URL value) throws SQLException {
        target.setURL(name, value);
    }

    @Override
    public void setNull(String name, int type) throws SQLException {
        target.setNull(name, type);
    }

    @Override
    public void setBoolean(String name, boolean value) throws SQLException {
        target.setBoolean(name, value);
    }

    @Override
    public void setByte(String name, byte value) throws SQLException {
        target.setByte(name, value);
    }

    @Override
    public void setShort(String name, short value) throws SQLException {
        target.setShort(name, value);
    }

    @Override
    public void setInt(String name, int value) throws SQLException {
        target.setInt(name, value);
    }

    @Override
    public void setLong(String name, long value) throws SQLException {
        target.setLong(name, value);
    }

    @Override
    public void setFloat(String name, float value) throws SQLException {
        target.setFloat(name, value);
    }

    @Override
    public void setDouble(String name, double value) throws SQLException {
        target.setDouble(name, value);
    }

    @Override
    public void setBigDecimal(String name, BigDecimal value) throws SQLException {
        target.setBigDecimal(name, value);
    }

    @Override
    public void setString(String name, String value) throws SQLException {
        target.setString(name, value);
    }

    @Override
    public void setBytes(String name, byte[] value) throws SQLException {
        target.setBytes(name, value);
    }

    @Override
    public void setDate(String name, Date value) throws SQLException {
        target.setDate(name, value);
    }

    @Override
    public void setTime(String name, Time value) throws SQLException {
        target.setTime(name, value);
    }

    @Override
    public void setTimestamp(String name, Timestamp value) throws SQLException {
        target.setTimestamp(name, value);
    }

    @Override
    public void setAsciiStream(String name, InputStream value, int length) throws SQLException {
        target.setAsciiStream(name, value, length);
    }

    @Override
    public void setBinaryStream(String name, InputStream value, int length) throws SQLException {
        target.setBinaryStream(name, value, length);
    }

    @Override
    public void setObject(String name, Object value, int type, int scale) throws SQLException {
        target.setObject(name, value, type, scale);
    }

    @Override
    public void setObject(String name, Object value, int type) throws SQLException {
        target.setObject(name, value, type);
    }

    @Override
    public void setObject(String name, Object value) throws SQLException {
        target.setObject(name, value);
    }

    @Override
    public void setCharacterStream(String name, Reader value, int length) throws SQLException {
        target.setCharacterStream(name, value, length);
    }

    @Override
    public void setDate(String name, Date value, Calendar calendar) throws SQLException {
        target.setDate(name, value, calendar);
    }

    @Override
    public void setTime(String name, Time value, Calendar calendar) throws SQLException {
        target.setTime(name, value, calendar);
    }

    @Override
    public void setTimestamp(String name, Timestamp value, Calendar calendar) throws SQLException {
        target.setTimestamp(name, value, calendar);
    }

    @Override
    public void setNull(String name, int type, String typeName) throws SQLException {
        target.setNull(name, type, typeName);
    }

    @Override
    public void setRowId(String name, RowId value) throws SQLException {
        target.setRowId(name, value);
    }

    @Override
    public void setNString(String name, String value) throws SQLException {
        target.setNString(name, value);
    }

    @Override
    public void setNCharacterStream(String name, Reader value, long length) throws SQLException {
        target.setNCharacterStream(name, value, length);
    }

    @Override
    public void setNClob(String name, NClob value) throws SQLException {
        target.setNClob(name, value);
    }

    @Override
    public void setClob(String name, Reader value, long length) throws SQLException {
        target.setClob(name, value, length);
    }

    @Override
    public void setBlob(String name, InputStream value, long length) throws SQLException {
        target.setBlob(name, value, length);
    }

    @Override
    public void setNClob(String name, Reader value, long length) throws SQLException {
        target.setNClob(name, value, length);
    }

    @Override
    public void setSQLXML(String name, SQLXML value) throws SQLException {
        target.setSQLXML(name, value);
    }

    @Override
    public void setBlob(String name, Blob value) throws SQLException {
        target.setBlob(name, value);
    }

    @Override
    public void setClob(String name, Clob value) throws SQLException {
        target.setClob(name, value);
    }

    @Override
    public void setAsciiStream(String name, InputStream value, long length) throws SQLException {
        target.setAsciiStream(name, value, length);
    }

    @Override
    public void setBinaryStream(String name, InputStream value, long length) throws SQLException {
        target.setBinaryStream(name, value, length);
    }

    @Override
    public void setCharacterStream(String name, Reader value, long length) throws SQLException {
        target.setCharacterStream(name, value, length);
    }

    @Override
    public void setAsciiStream(String name, InputStream value) throws SQLException {
        target.setAsciiStream(name, value);
    }

    @Override
    public void setBinaryStream(String name, InputStream value) throws SQLException {
        target.setBinaryStream(name, value);
    }

    @Override
    public void setCharacterStream(String name, Reader value) throws SQLException {
        target.setCharacterStream(name, value);
    }

    @Override
    public void setNCharacterStream(String name, Reader value) throws SQLException {
        target.setNCharacterStream(name, value);
    }

    @Override
    public void setClob(String name, Reader value) throws SQLException {
        target.setClob(name, value);
    }

    @Override
    public void setBlob(String name, InputStream value) throws SQLException {
        target.setBlob(name, value);
    }

    @Override
    public void setNClob(String name, Reader value) throws SQLException {
        target.setNClob(name, value);
    }

    @Override
    public void setObject(String name, Object value, SQLType type, int scale) throws SQLException {
        target.setObject(name, value, type, scale);
    }

    @Override
    public void setObject(String name, Object value, SQLType type) throws SQLException {
        target.setObject(name, value, type);
    }
}
