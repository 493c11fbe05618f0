package dev.schemaguard.source.liquibase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import liquibase.change.Change;
import liquibase.change.DbmsTargetedChange;
import liquibase.change.core.DeleteDataChange;
import liquibase.change.core.EmptyChange;
import liquibase.change.core.ExecuteShellCommandChange;
import liquibase.change.core.InsertDataChange;
import liquibase.change.core.LoadDataChange;
import liquibase.change.core.OutputChange;
import liquibase.change.core.TagDatabaseChange;
import liquibase.change.core.UpdateDataChange;
import liquibase.change.custom.CustomChangeWrapper;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseList;
import liquibase.sql.Sql;
import liquibase.sql.visitor.SqlVisitor;
import liquibase.sqlgenerator.SqlGeneratorFactory;

/**
 * A change set as SQL.
 *
 * @param name its file, id and author
 * @param sql the statements that it runs
 * @param gaps what of it Liquibase cannot say without a database
 */
record RenderedChangeSet(String name, String sql, List<String> gaps) {

    /** Changes of rows, and of what Liquibase itself remembers: they change no schema. */
    private static final List<Class<? extends Change>> ROWS = List.of(
            InsertDataChange.class,
            UpdateDataChange.class,
            DeleteDataChange.class,
            LoadDataChange.class,
            TagDatabaseChange.class,
            OutputChange.class,
            EmptyChange.class);

    RenderedChangeSet {
        gaps = List.copyOf(gaps);
    }

    static RenderedChangeSet of(ChangeSet changeSet, Database database) {
        StringBuilder sql = new StringBuilder();
        List<String> gaps = new ArrayList<>();
        Optional.ofNullable(changeSet.getObjectQuotingStrategy()).ifPresent(database::setObjectQuotingStrategy);
        for (Change change : changeSet.getChanges()) {
            if (!isFor(database, change)) {
                continue;
            }
            Optional<String> program = program(change);
            program.ifPresent(what -> gaps.add("the change '" + name(change) + "' is a program (" + what
                    + "), and what it changes is known only when it runs"));
            if (program.isEmpty() && ROWS.stream().noneMatch(rows -> rows.isInstance(change))) {
                try {
                    render(change, changeSet, database, sql);
                } catch (RuntimeException e) {
                    // Whatever a change asks of a database that is not there.
                    gaps.add("the change '" + name(change) + "' cannot be rendered without a database");
                }
            }
        }
        return new RenderedChangeSet(name(changeSet), sql.toString(), gaps);
    }

    /** Changes of SQL may say themselves on which databases they run. */
    private static boolean isFor(Database database, Change change) {
        return !(change instanceof DbmsTargetedChange targeted)
                || DatabaseList.definitionMatches(targeted.getDbms(), database, true);
    }

    /** What a change calls that is no SQL. */
    private static Optional<String> program(Change change) {
        if (change instanceof CustomChangeWrapper custom) {
            return Optional.of("class " + custom.getClassName());
        }
        return change instanceof ExecuteShellCommandChange shell
                ? Optional.of("command " + shell.getExecutable())
                : Optional.empty();
    }

    private static void render(Change change, ChangeSet changeSet, Database database, StringBuilder text) {
        if (change.generateStatementsVolatile(database)) {
            throw new IllegalStateException("it asks the database");
        }
        for (Sql sql : SqlGeneratorFactory.getInstance().generateSql(change, database)) {
            String statement = sql.toSql();
            for (SqlVisitor visitor : changeSet.getSqlVisitors()) {
                if (DatabaseList.definitionMatches(visitor.getApplicableDbms(), database, true)) {
                    statement = visitor.modifySql(statement, database);
                }
            }
            // On a line of its own, for the statement may end in a comment; where Liquibase cut a body it is whole
            // again.
            text.append(statement).append("\n;\n");
        }
    }

    private static String name(Change change) {
        return change.getSerializedObjectName();
    }

    private static String name(ChangeSet changeSet) {
        return changeSet.getFilePath() + "::" + changeSet.getId() + "::" + changeSet.getAuthor();
    }
}
