package dev.schemaguard.database.standard;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.Timeouts;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Sequence;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads the sequences of those databases whose catalog is known, for JDBC itself has no word for them. */
final class JdbcSequences {

    /** Sequences of one schema on H2, but for those behind columns, which it lists with the columns. */
    private static final String OF_SCHEMA = """
            select SEQUENCE_NAME, INCREMENT
            from INFORMATION_SCHEMA.SEQUENCES
            where SEQUENCE_SCHEMA = ?
            order by SEQUENCE_NAME""";

    private JdbcSequences() {}

    static boolean areKnown(Dialect dialect) {
        return dialect.name().equals("h2");
    }

    static List<Sequence> read(Connection connection, JdbcNamespaces namespaces, InspectionScope scope)
            throws SQLException {
        List<Sequence> sequences = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(OF_SCHEMA)) {
            statement.setQueryTimeout(Timeouts.seconds(scope.timeout()));
            for (String schema : namespaces.lookedAt()) {
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
        return sequences;
    }
}
