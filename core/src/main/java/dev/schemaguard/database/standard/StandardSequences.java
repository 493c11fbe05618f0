package dev.schemaguard.database.standard;

import dev.schemaguard.inspect.Timeouts;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Sequence;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads sequences from the standard's view of them, where a database has it (ISO 9075-11, 5.56). */
public final class StandardSequences implements JdbcMetadataCatalog.Sequences {

    private static final String SCHEMA = "INFORMATION_SCHEMA";
    private static final String VIEW = "SEQUENCES";
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");

    /** Sequences of one schema. Those behind columns may be among them; nobody asks for such by name. */
    private static final String OF_SCHEMA = """
            select SEQUENCE_NAME, INCREMENT
            from INFORMATION_SCHEMA.SEQUENCES
            where SEQUENCE_SCHEMA = ?
            order by SEQUENCE_NAME""";

    @Override
    public Optional<List<Sequence>> read(Connection connection, List<String> schemas, Duration timeout)
            throws SQLException {
        if (!isThere(connection.getMetaData(), connection.getCatalog())) {
            return Optional.empty();
        }
        List<Sequence> sequences = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(OF_SCHEMA)) {
            statement.setQueryTimeout(Timeouts.seconds(timeout));
            for (String schema : schemas) {
                statement.setString(1, schema);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        sequences.add(sequence(ObjectName.of(schema, rows.getString(1)), rows.getString(2)));
                    }
                }
            }
        } catch (SQLSyntaxErrorException e) {
            // A view of that name with other columns, or one that the role may not read.
            return Optional.empty();
        }
        return Optional.of(sequences);
    }

    /** Asked of the driver first: a statement that fails may spoil the transaction of whoever lent the connection. */
    private static boolean isThere(DatabaseMetaData metaData, @Nullable String catalog) throws SQLException {
        try (ResultSet rows = metaData.getTables(catalog, SCHEMA, VIEW, null)) {
            while (rows.next()) {
                if (SCHEMA.equalsIgnoreCase(rows.getString("TABLE_SCHEM"))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The standard keeps numbers of any size as text. */
    private static Sequence sequence(ObjectName name, @Nullable String increment) {
        boolean isNumber = increment != null && NUMBER.matcher(increment).matches();
        OptionalLong step = isNumber ? OptionalLong.of(Long.parseLong(increment)) : OptionalLong.empty();
        return new Sequence(name, Sequence.Role.UNSTATED, step, Origin.NONE);
    }
}
