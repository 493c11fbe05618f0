package dev.schemaguard.database.h2.catalog;

import dev.schemaguard.model.Capabilities;
import dev.schemaguard.model.InboundKey;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Presence;
import dev.schemaguard.model.TableKind;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which tables and views take rows, and where triggers run before. A view takes none but by a trigger (manual, CREATE TRIGGER). */
final class H2Writability {

    private static final String VIEWS = """
            /* schema-guard: views */
            select TABLE_SCHEMA, TABLE_NAME, IS_TRIGGER_UPDATABLE, IS_TRIGGER_INSERTABLE_INTO
            from INFORMATION_SCHEMA.VIEWS
            where TABLE_SCHEMA = any(?)""";

    private static final String TRIGGERS = """
            /* schema-guard: triggers */
            select EVENT_OBJECT_SCHEMA, EVENT_OBJECT_TABLE
            from INFORMATION_SCHEMA.TRIGGERS
            where EVENT_OBJECT_SCHEMA = any(?) and EVENT_MANIPULATION = 'INSERT' and ACTION_TIMING <> 'AFTER'""";

    private final Set<ObjectName> updatableViews = new HashSet<>();
    private final Set<ObjectName> insertableViews = new HashSet<>();
    private final Set<ObjectName> triggered = new HashSet<>();

    private H2Writability() {}

    static H2Writability read(H2Question question, H2Namespace namespace) throws SQLException {
        H2Writability writability = new H2Writability();
        question.ask(
                VIEWS,
                row -> {
                    ObjectName view = ObjectName.of(row.getString(1), row.getString(2));
                    if (H2Question.isYes(row, "IS_TRIGGER_UPDATABLE")) {
                        writability.updatableViews.add(view);
                    }
                    if (H2Question.isYes(row, "IS_TRIGGER_INSERTABLE_INTO")) {
                        writability.insertableViews.add(view);
                    }
                },
                namespace.lookedAt());
        question.ask(
                TRIGGERS,
                row -> writability.triggered.add(ObjectName.of(row.getString(1), row.getString(2))),
                namespace.lookedAt());
        return writability;
    }

    boolean isUpdatable(H2Relation relation) {
        return relation.kind() != TableKind.VIEW || updatableViews.contains(relation.stored());
    }

    /** What can be done with it. What the role is granted is not read. */
    Capabilities of(H2Relation relation, List<InboundKey> inbound) {
        boolean takesRows = relation.kind() != TableKind.VIEW || insertableViews.contains(relation.stored());
        return new Capabilities(
                Presence.of(takesRows),
                Presence.of(triggered.contains(relation.stored())),
                false,
                Set.of(),
                Map.of(),
                Map.of(),
                Set.of(),
                Presence.UNSTATED,
                Presence.UNSTATED,
                inbound);
    }
}
