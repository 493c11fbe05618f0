package dev.schemaguard.jdbc.translate;

import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;

/** What a procedure call around another one gives, by name. What a driver gives may be null, as JDBC says. */
@NullUnmarked
abstract class DelegatingNamedOutputs extends DelegatingOutputs {

    DelegatingNamedOutputs(CallableStatement target, TranslatingConnection connection, String sql) {
        super(target, connection, sql);
    }

    @Override
    public void registerOutParameter(String name, int type) throws SQLException {
        target.registerOutParameter(name, type);
    }

    @Override
    public void registerOutParameter(String name, int type, int scale) throws SQLException {
        target.registerOutParameter(name, type, scale);
    }

    @Override
    public void registerOutParameter(String name, int type, String typeName) throws SQLException {
        target.registerOutParameter(name, type, typeName);
    }

    @Override
    public String getString(String name) throws SQLException {
        return target.getString(name);
    }

    @Override
    public boolean getBoolean(String name) throws SQLException {
        return target.getBoolean(name);
    }

    @Override
    public byte getByte(String name) throws SQLException {
        return target.getByte(name);
    }

    @Override
    public short getShort(String name) throws SQLException {
        return target.getShort(name);
    }

    @Override
    public int getInt(String name) throws SQLException {
        return target.getInt(name);
    }

    @Override
    public long getLong(String name) throws SQLException {
        return target.getLong(name);
    }

    @Override
    public float getFloat(String name) throws SQLException {
        return target.getFloat(name);
    }

    @Override
    public double getDouble(String name) throws SQLException {
        return target.getDouble(name);
    }

    @Override
    public byte[] getBytes(String name) throws SQLException {
        return target.getBytes(name);
    }

    @Override
    public Date getDate(String name) throws SQLException {
        return target.getDate(name);
    }

    @Override
    public Time getTime(String name) throws SQLException {
        return target.getTime(name);
    }

    @Override
    public Timestamp getTimestamp(String name) throws SQLException {
        return target.getTimestamp(name);
    }

    @Override
    public Object getObject(String name) throws SQLException {
        return target.getObject(name);
    }

    @Override
    public BigDecimal getBigDecimal(String name) throws SQLException {
        return target.getBigDecimal(name);
    }

    @Override
    public Object getObject(String name, Map<String, Class<?>> map) throws SQLException {
        return target.getObject(name, map);
    }

    @Override
    public Ref getRef(String name) throws SQLException {
        return target.getRef(name);
    }

    @Override
    public Blob getBlob(String name) throws SQLException {
        return target.getBlob(name);
    }

    @Override
    public Clob getClob(String name) throws SQLException {
        return target.getClob(name);
    }

    @Override
    public Array getArray(String name) throws SQLException {
        return target.getArray(name);
    }

    @Override
    public Date getDate(String name, Calendar calendar) throws SQLException {
        return target.getDate(name, calendar);
    }

    @Override
    public Time getTime(String name, Calendar calendar) throws SQLException {
        return target.getTime(name, calendar);
    }

    @Override
    public Timestamp getTimestamp(String name, Calendar calendar) throws SQLException {
        return target.getTimestamp(name, calendar);
    }

    @Override
    public URL getURL(String name) throws SQLException {
        return target.getURL(name);
    }

    @Override
    public RowId getRowId(String name) throws SQLException {
        return target.getRowId(name);
    }

    @Override
    public NClob getNClob(String name) throws SQLException {
        return target.getNClob(name);
    }

    @Override
    public SQLXML getSQLXML(String name) throws SQLException {
        return target.getSQLXML(name);
    }

    @Override
    public String getNString(String name) throws SQLException {
        return target.getNString(name);
    }

    @Override
    public Reader getNCharacterStream(String name) throws SQLException {
        return target.getNCharacterStream(name);
    }

    @Override
    public Reader getCharacterStream(String name) throws SQLException {
        return target.getCharacterStream(name);
    }

    @Override
    public <T> T getObject(String name, Class<T> type) throws SQLException {
        return target.getObject(name, type);
    }

    @Override
    public void registerOutParameter(String name, SQLType type) throws SQLException {
        target.registerOutParameter(name, type);
    }

    @Override
    public void registerOutParameter(String name, SQLType type, int scale) throws SQLException {
        target.registerOutParameter(name, type, scale);
    }

    @Override
    public void registerOutParameter(String name, SQLType type, String typeName) throws SQLException {
        target.registerOutParameter(name, type, typeName);
    }
}
