package dev.schemaguard.source.liquibase;

import dev.schemaguard.ddl.DdlReplay;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseList;
import liquibase.precondition.Precondition;
import liquibase.precondition.core.AndPrecondition;
import liquibase.precondition.core.ChangeSetExecutedPrecondition;
import liquibase.precondition.core.ColumnExistsPrecondition;
import liquibase.precondition.core.DBMSPrecondition;
import liquibase.precondition.core.IndexExistsPrecondition;
import liquibase.precondition.core.NotPrecondition;
import liquibase.precondition.core.OrPrecondition;
import liquibase.precondition.core.PreconditionContainer;
import liquibase.precondition.core.PreconditionContainer.FailOption;
import liquibase.precondition.core.SequenceExistsPrecondition;
import liquibase.precondition.core.TableExistsPrecondition;
import liquibase.precondition.core.ViewExistsPrecondition;
import org.jspecify.annotations.Nullable;

/** Answers the preconditions of change sets, where they only ask for what the change sets before have created. */
final class Preconditions {

    private final DdlReplay replay;
    private final Database database;
    private final RanChangeSets ran;
    private final ChangeSet changeSet;

    Preconditions(DdlReplay replay, Database database, RanChangeSets ran, ChangeSet changeSet) {
        this.replay = replay;
        this.database = database;
        this.ran = ran;
        this.changeSet = changeSet;
    }

    /** Whether the change set runs; nothing where only a database can tell. */
    Optional<Boolean> hold() {
        PreconditionContainer container = changeSet.getPreconditions();
        if (container == null) {
            return Optional.of(true);
        }
        boolean skips = container.getOnFail() == FailOption.MARK_RAN || container.getOnFail() == FailOption.CONTINUE;
        // Where the whole update would stop, or go on with a warning, a release that is deployed has the change set.
        return skips ? answer(container) : Optional.of(true);
    }

    private Optional<Boolean> answer(Precondition precondition) {
        if (precondition instanceof AndPrecondition and) {
            return combined(and.getNestedPreconditions(), false);
        }
        if (precondition instanceof OrPrecondition or) {
            return combined(or.getNestedPreconditions(), true);
        }
        if (precondition instanceof NotPrecondition not) {
            return combined(not.getNestedPreconditions(), true).map(answer -> !answer);
        }
        if (precondition instanceof DBMSPrecondition dbms) {
            return Optional.of(DatabaseList.definitionMatches(dbms.getType(), database, false));
        }
        if (precondition instanceof ChangeSetExecutedPrecondition asked) {
            return ran.has(asked, changeSet);
        }
        return exists(precondition);
    }

    private Optional<Boolean> exists(Precondition precondition) {
        if (precondition instanceof TableExistsPrecondition asked) {
            return there(table(asked.getSchemaName(), asked.getTableName()).isPresent());
        }
        if (precondition instanceof ViewExistsPrecondition asked) {
            return there(table(asked.getSchemaName(), asked.getViewName()).isPresent());
        }
        if (precondition instanceof SequenceExistsPrecondition asked) {
            return there(replay.hasSequence(name(asked.getSchemaName(), asked.getSequenceName())));
        }
        if (precondition instanceof ColumnExistsPrecondition asked) {
            String column = asked.getColumnName();
            return table(asked.getSchemaName(), asked.getTableName())
                    .map(table -> column(table, column))
                    .orElseGet(() -> there(false));
        }
        if (precondition instanceof IndexExistsPrecondition asked && asked.getIndexName() != null) {
            String index = folded(asked.getIndexName());
            return there(replay.hasIndex(index));
        }
        return Optional.empty();
    }

    /** A table that came from a query may have more columns than are known. */
    private static Optional<Boolean> column(Table table, String name) {
        boolean found =
                table.columns().stream().anyMatch(column -> column.name().equalsIgnoreCase(name));
        return found || !table.complete().isEmpty() ? Optional.of(found) : Optional.empty();
    }

    /** After something that could not be read, what is not there may be there all the same. */
    private Optional<Boolean> there(boolean found) {
        return found || replay.isWhole() ? Optional.of(found) : Optional.empty();
    }

    private Optional<Table> table(@Nullable String schema, String name) {
        return replay.find(name(schema, name));
    }

    private static ObjectName name(@Nullable String schema, String name) {
        return schema == null || schema.isEmpty()
                ? ObjectName.of(folded(name))
                : ObjectName.of(folded(schema), folded(name));
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** One of them can decide even where others have no answer. */
    private Optional<Boolean> combined(List<Precondition> preconditions, boolean decisive) {
        boolean open = false;
        for (Precondition precondition : preconditions) {
            Optional<Boolean> answer = answer(precondition);
            if (answer.isPresent() && answer.get() == decisive) {
                return answer;
            }
            open |= answer.isEmpty();
        }
        return open ? Optional.empty() : Optional.of(!decisive);
    }
}
