package dev.schemaguard.database.postgres.fix;

import dev.schemaguard.drift.ColumnFactDrift;
import dev.schemaguard.fix.ConstraintSql;
import dev.schemaguard.fix.FixBuilder;
import dev.schemaguard.fix.FixContext;
import dev.schemaguard.fix.Hazards;
import dev.schemaguard.fix.Phase;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.UserType;
import java.util.Optional;

/** Lets a column take nulls or no more of them. */
final class NullFixes {

    private final FixContext context;

    NullFixes(FixContext context) {
        this.context = context;
    }

    FixBuilder missing(ColumnFactDrift.NotNullMissing drift) {
        FixBuilder recipe = new FixBuilder();
        require(recipe, drift.where(), drift.name(), Optional.empty());
        return recipe.notAdditive("rows that are there, or that the running release writes, may hold null");
    }

    FixBuilder added(ColumnFactDrift.NotNullAdded drift) {
        FixBuilder recipe = new FixBuilder();
        allow(recipe, drift.where(), drift.actualColumn());
        return recipe.notAdditive("dropping NOT NULL takes away protection, and a sync only adds");
    }

    /**
     * Makes a column NOT NULL without a long lock: a check that is validated while everybody works spares the scan under
     * lock (manual, ALTER TABLE, SET NOT NULL, since 12).
     *
     * @param value what rows that are there get; empty where only people know
     */
    void require(FixBuilder recipe, ObjectName where, String column, Optional<String> value) {
        String alter = "ALTER TABLE " + context.sql().name(where);
        String name = context.sql().name(column);
        String check = context.sql().name(new ConstraintSql(context, where).passing(column));
        String update = "UPDATE " + context.sql().name(where) + " SET " + name + " = ";
        recipe.step(
                Phase.VALUE,
                alter + " ADD CONSTRAINT " + check + " CHECK (" + name + " IS NOT NULL) NOT VALID",
                Hazards.BRIEF_LOCK,
                "from here on a release that writes null into it fails");
        value.ifPresent(expression -> recipe.step(
                Phase.VALUE,
                update + expression + " WHERE " + name + " IS NULL",
                "locks every row it writes: run it in batches on a large table"));
        String validate = alter + " VALIDATE CONSTRAINT " + check;
        if (value.isPresent()) {
            recipe.step(Phase.VALUE, validate, Hazards.SCAN);
        } else {
            recipe.step(
                    Phase.VALUE,
                    validate,
                    Hazards.SCAN,
                    Hazards.FAILS_ON_DATA,
                    Hazards.backfill(update + "... WHERE " + name + " IS NULL"));
        }
        recipe.step(Phase.VALUE, alter + " ALTER COLUMN " + name + " SET NOT NULL", Hazards.BRIEF_LOCK)
                .step(Phase.VALUE, alter + " DROP CONSTRAINT " + check, Hazards.BRIEF_LOCK);
    }

    /** A column that the server numbers takes no nulls (manual, CREATE TABLE). */
    void requireForIdentity(FixBuilder recipe, ObjectName where, Column live) {
        if (live.nullability() != Nullability.NOT_NULL) {
            require(recipe, where, live.name(), Optional.empty());
        }
    }

    /** Lets a column take nulls; that of a domain takes them only if the domain does. */
    void allow(FixBuilder recipe, ObjectName where, Column live) {
        boolean inKey = context.liveTable(where)
                .flatMap(table -> table.primaryKey())
                .map(Constraint.PrimaryKey::columns)
                .filter(columns -> columns.contains(live.name()))
                .isPresent();
        if (inKey) {
            recipe.noSafeFix("the column is part of the primary key, which takes no nulls");
            return;
        }
        recipe.step(
                Phase.VALUE,
                "ALTER TABLE " + context.sql().name(where) + " ALTER COLUMN "
                        + context.sql().name(live.name()) + " DROP NOT NULL",
                Hazards.BRIEF_LOCK,
                "a release that reads it must take nulls");
        domain(live)
                .ifPresent(domain -> recipe.step(
                        Phase.VALUE,
                        "ALTER DOMAIN " + context.sql().name(domain.name()) + " DROP NOT NULL",
                        "every column of the domain takes nulls from then on"));
    }

    private Optional<UserType> domain(Column live) {
        return live.type() instanceof ColumnType.Named named
                ? context.live()
                        .type(named.name())
                        .filter(type -> type instanceof UserType.DomainType domain
                                && domain.nullability() == Nullability.NOT_NULL)
                : Optional.empty();
    }
}
