package dev.schemaguard.source.snapshot;

import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Nullability;
import java.util.EnumSet;
import java.util.Set;

/** Writes the facts of a column or domain that are left out where the reader would take them so anyway. */
final class FactWriter {

    private final SnapshotOutput out;
    private final Set<OpenFact> open = EnumSet.noneOf(OpenFact.class);
    private LeftOut leftOut;

    FactWriter(SnapshotOutput out, LeftOut leftOut) {
        this.out = out;
        this.leftOut = leftOut;
    }

    /** Says anew what it means to be left out. */
    void leftOut(LeftOut newLeftOut) {
        leftOut = newLeftOut;
    }

    void nullability(Nullability nullability) {
        if (nullability == leftOut.nullability()) {
            return;
        }
        if (nullability == Nullability.UNSTATED) {
            open.add(OpenFact.NULLABLE);
        } else {
            out.flag("nullable", nullability == Nullability.NULLABLE);
        }
    }

    void columnDefault(ColumnDefault columnDefault) {
        if (columnDefault.equals(leftOut.columnDefault())) {
            return;
        }
        if (columnDefault instanceof ColumnDefault.Expression expression) {
            out.sql("default", "defaultWritten", expression.sql());
            if (!expression.compared()) {
                out.flag("defaultCompared", false);
            }
        } else if (columnDefault instanceof ColumnDefault.None) {
            out.nothing("default");
        } else {
            open.add(OpenFact.DEFAULT);
        }
    }

    void identity(Identity identity) {
        if (identity == leftOut.identity()) {
            return;
        }
        if (identity == Identity.UNSTATED) {
            open.add(OpenFact.IDENTITY);
        } else {
            out.text("identity", EnumNames.IDENTITIES.of(identity));
        }
    }

    void generation(Generation generation) {
        if (generation.equals(leftOut.generation())) {
            return;
        }
        if (generation instanceof Generation.Stored stored) {
            out.object("generated", () -> out.sql("stored", "written", stored.sql()));
        } else if (generation instanceof Generation.Virtual virtual) {
            out.object("generated", () -> out.sql("virtual", "written", virtual.sql()));
        } else if (generation instanceof Generation.None) {
            out.nothing("generated");
        } else {
            open.add(OpenFact.GENERATED);
        }
    }

    /** Writes what updates do, unless it is what goes without saying. */
    void onUpdate(ColumnDefault onUpdate, ColumnDefault unlessSaid) {
        if (onUpdate.equals(unlessSaid)) {
            return;
        }
        if (onUpdate instanceof ColumnDefault.Expression expression) {
            out.sql("onUpdate", "onUpdateWritten", expression.sql());
        } else if (onUpdate instanceof ColumnDefault.None) {
            out.nothing("onUpdate");
        } else {
            open.add(OpenFact.ON_UPDATE);
        }
    }

    /** Writes which of the facts above are left open, and forgets them. */
    void openFacts() {
        out.textsIfAny("unstated", EnumNames.OPEN_FACTS.of(open));
        open.clear();
    }
}
