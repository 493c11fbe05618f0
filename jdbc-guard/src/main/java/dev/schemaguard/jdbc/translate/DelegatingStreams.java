package dev.schemaguard.jdbc.translate;

import java.io.InputStream;
import java.io.Reader;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.NullUnmarked;

/**
 * The streams that a prepared statement around another one takes as parameters. What a driver takes may be null, as JDBC says.
 *
 * @param <S> the kind of statement
 */
@NullUnmarked
abstract class DelegatingStreams<S extends PreparedStatement> extends DelegatingParameters<S> {

    DelegatingStreams(S target, TranslatingConnection connection, String sql) {
        super(target, connection, sql);
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
