package dev.schemaguard.database.h2;

import dev.schemaguard.database.standard.JdbcMetadataCatalog;
import dev.schemaguard.inspect.Timeouts;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Sequence;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads H2's sequences, of which JDBC's metadata tells nothing. */
final class H2Sequences implements JdbcMetadataCatalog.Sequences {

    /** Sequences of one schema, but for those behind columns, which are listed with the columns. */
    private static final String OF_SCHEMA = """
            select SEQUENCE_NAME, INCREMENT
            from INFORMATION_SCHEMA.SEQUENCES
            where SEQUENCE_SCHEMA = ?
            order by SEQUENCE_NAME""";

    @Override
    public Optional<List<Sequence>> read(Connection connection, List<String> schemas, Duration timeout)
            throws SQLException {
        List<Sequence> sequences = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(OF_SCHEMA)) {
            statement.setQueryTimeout(Timeouts.seconds(timeout));
            for (String schema : schemas) {
                statement.setString(1, schema);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        sequences.add(new Sequence(
                                ObjectName.of(schema, rows.getString(1)),
                                Sequence.Role.UNSTATED,
                                OptionalLong.of(rows.getLong(2)),
                                Origin.NONE));
                    }
                }
            }
        }
        return Optional.of(sequences);
    }
}
