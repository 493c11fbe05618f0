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

/** What a procedure call around another one gives, by position. What a driver gives may be null, as JDBC says. */
@NullUnmarked
abstract class DelegatingOutputs extends TranslatingPreparedStatement<CallableStatement> implements CallableStatement {

    DelegatingOutputs(CallableStatement target, TranslatingConnection connection, String sql) {
        super(target, connection, sql);
    }

    @Override
    public void registerOutParameter(int index, int type) throws SQLException {
        target.registerOutParameter(index, type);
    }

    @Override
    public void registerOutParameter(int index, int type, int scale) throws SQLException {
        target.registerOutParameter(index, type, scale);
    }

    @Override
    public boolean wasNull() throws SQLException {
        return target.wasNull();
    }

    @Override
    public String getString(int index) throws SQLException {
        return target.getString(index);
    }

    @Override
    public boolean getBoolean(int index) throws SQLException {
        return target.getBoolean(index);
    }

    @Override
    public byte getByte(int index) throws SQLException {
        return target.getByte(index);
    }

    @Override
    public short getShort(int index) throws SQLException {
        return target.getShort(index);
    }

    @Override
    public int getInt(int index) throws SQLException {
        return target.getInt(index);
    }

    @Override
    public long getLong(int index) throws SQLException {
        return target.getLong(index);
    }

    @Override
    public float getFloat(int index) throws SQLException {
        return target.getFloat(index);
    }

    @Override
    public double getDouble(int index) throws SQLException {
        return target.getDouble(index);
    }

    @Override
    @Deprecated
    public BigDecimal getBigDecimal(int index, int scale) throws SQLException {
        return target.getBigDecimal(index, scale);
    }

    @Override
    public byte[] getBytes(int index) throws SQLException {
        return target.getBytes(index);
    }

    @Override
    public Date getDate(int index) throws SQLException {
        return target.getDate(index);
    }

    @Override
    public Time getTime(int index) throws SQLException {
        return target.getTime(index);
    }

    @Override
    public Timestamp getTimestamp(int index) throws SQLException {
        return target.getTimestamp(index);
    }

    @Override
    public Object getObject(int index) throws SQLException {
        return target.getObject(index);
    }

    @Override
    public BigDecimal getBigDecimal(int index) throws SQLException {
        return target.getBigDecimal(index);
    }

    @Override
    public Object getObject(int index, Map<String, Class<?>> map) throws SQLException {
        return target.getObject(index, map);
    }

    @Override
    public Ref getRef(int index) throws SQLException {
        return target.getRef(index);
    }

    @Override
    public Blob getBlob(int index) throws SQLException {
        return target.getBlob(index);
    }

    @Override
    public Clob getClob(int index) throws SQLException {
        return target.getClob(index);
    }

    @Override
    public Array getArray(int index) throws SQLException {
        return target.getArray(index);
    }

    @Override
    public Date getDate(int index, Calendar calendar) throws SQLException {
        return target.getDate(index, calendar);
    }

    @Override
    public Time getTime(int index, Calendar calendar) throws SQLException {
        return target.getTime(index, calendar);
    }

    @Override
    public Timestamp getTimestamp(int index, Calendar calendar) throws SQLException {
        return target.getTimestamp(index, calendar);
    }

    @Override
    public void registerOutParameter(int index, int type, String typeName) throws SQLException {
        target.registerOutParameter(index, type, typeName);
    }

    @Override
    public URL getURL(int index) throws SQLException {
        return target.getURL(index);
    }

    @Override
    public RowId getRowId(int index) throws SQLException {
        return target.getRowId(index);
    }

    @Override
    public NClob getNClob(int index) throws SQLException {
        return target.getNClob(index);
    }

    @Override
    public SQLXML getSQLXML(int index) throws SQLException {
        return target.getSQLXML(index);
    }

    @Override
    public String getNString(int index) throws SQLException {
        return target.getNString(index);
    }

    @Override
    public Reader getNCharacterStream(int index) throws SQLException {
        return target.getNCharacterStream(index);
    }

    @Override
    public Reader getCharacterStream(int index) throws SQLException {
        return target.getCharacterStream(index);
    }

    @Override
    public <T> T getObject(int index, Class<T> type) throws SQLException {
        return target.getObject(index, type);
    }

    @Override
    public void registerOutParameter(int index, SQLType type) throws SQLException {
        target.registerOutParameter(index, type);
    }

    @Override
    public void registerOutParameter(int index, SQLType type, int scale) throws SQLException {
        target.registerOutParameter(index, type, scale);
    }

    @Override
    public void registerOutParameter(int index, SQLType type, String typeName) throws SQLException {
        target.registerOutParameter(index, type, typeName);
    }
}
