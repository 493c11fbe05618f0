package dev.schemaguard.source.snapshot;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.TableKind;
import java.util.EnumSet;
import java.util.Set;

/** What it means that a snapshot says nothing about whether a column takes nulls, has a default, is numbered or computed. */
enum LeftOut {
    /** The column is an ordinary one: it takes nulls, has no default, and the database neither numbers nor computes it. */
    ORDINARY,
    /** The expectation leaves it open. */
    UNSTATED;

    private static final Set<Family> OF_THE_DATABASE = EnumSet.of(Family.TABLES, Family.SEQUENCES, Family.TYPES);

    /** What makes a snapshot of this schema short: sources that name all columns also state these facts of them. */
    static LeftOut shortestFor(Schema schema) {
        return schema.complete().contains(Family.COLUMNS) ? ORDINARY : UNSTATED;
    }

    /** Those of the families that concern one table; a table that says nothing is complete in these of the head's. */
    static Set<Family> tableFamilies(Set<Family> all) {
        Set<Family> families = EnumSet.noneOf(Family.class);
        families.addAll(all);
        families.removeAll(OF_THE_DATABASE);
        return families;
    }

    /** What it means in a table of that kind: of what a view only shows, these facts are hardly ever stated. */
    LeftOut in(TableKind kind) {
        return kind == TableKind.VIEW || kind == TableKind.MATERIALIZED_VIEW ? UNSTATED : this;
    }

    /** What it means that nothing is said about updates, in a table of that kind, where the head says that none else does. */
    static ColumnDefault onUpdate(TableKind kind, boolean said) {
        return said && ORDINARY.in(kind) == ORDINARY ? ColumnDefault.NONE : ColumnDefault.UNSTATED;
    }

    /** A column of which nothing is said yet. */
    Column.Builder column() {
        return Column.builder("")
                .nullability(nullability())
                .columnDefault(columnDefault())
                .identity(identity())
                .generation(generation());
    }

    Nullability nullability() {
        return this == ORDINARY ? Nullability.NULLABLE : Nullability.UNSTATED;
    }

    ColumnDefault columnDefault() {
        return this == ORDINARY ? ColumnDefault.NONE : ColumnDefault.UNSTATED;
    }

    Identity identity() {
        return this == ORDINARY ? Identity.NONE : Identity.UNSTATED;
    }

    Generation generation() {
        return this == ORDINARY ? Generation.NONE : Generation.UNSTATED;
    }
}
