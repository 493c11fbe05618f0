package dev.schemaguard.diff;

import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Constraint.Check;
import dev.schemaguard.model.Constraint.Exclusion;
import dev.schemaguard.model.Constraint.ForeignKey;
import dev.schemaguard.model.Constraint.PrimaryKey;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.Table;
import java.util.List;

/**
 * Whether a live table has exactly the keys, rules and indexes that are expected, in the same order, and all of them in force. Then no
 * comparison of single ones finds anything, which nearly every table of a start that conforms is spared: it was a third of what a
 * check allocated. Where the answer is no, nothing is said.
 */
final class SameRules {

    private SameRules() {}

    static boolean of(Table expected, Table live) {
        List<Constraint> wanted = expected.constraints();
        List<Constraint> found = live.constraints();
        if (wanted.size() != found.size()
                || expected.indexes().size() != live.indexes().size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!same(wanted.get(i), found.get(i))) {
                return false;
            }
        }
        for (int i = 0; i < expected.indexes().size(); i++) {
            if (!same(expected.indexes().get(i), live.indexes().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(Constraint wanted, Constraint found) {
        if (!found.enforcement().enforced() || !wanted.enforcement().equals(found.enforcement())) {
            return false;
        }
        if (wanted instanceof Constraint.Key key && found instanceof Constraint.Key other) {
            return key instanceof PrimaryKey == other instanceof PrimaryKey
                    && key.columns().equals(other.columns())
                    && Uniqueness.isNullsNotDistinct(key) == Uniqueness.isNullsNotDistinct(other);
        }
        if (wanted instanceof ForeignKey key && found instanceof ForeignKey other) {
            return ReferenceDiff.sameTarget(key, other)
                    && key.columns().equals(other.columns())
                    && key.targetColumns().equals(other.targetColumns());
        }
        if (wanted instanceof Check check && found instanceof Check other) {
            return check.expression().equals(other.expression());
        }
        return wanted instanceof Exclusion && found instanceof Exclusion;
    }

    private static boolean same(Index wanted, Index found) {
        return wanted.valid()
                && found.valid()
                && wanted.unique() == found.unique()
                && wanted.nullsNotDistinct() == found.nullsNotDistinct()
                && wanted.method().equals(found.method())
                && wanted.predicate().equals(found.predicate())
                && sameParts(wanted.parts(), found.parts());
    }

    private static boolean sameParts(List<Index.Part> wanted, List<Index.Part> found) {
        if (wanted.size() != found.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!wanted.get(i).text().equals(found.get(i).text())
                    || wanted.get(i) instanceof Index.ColumnPart != found.get(i) instanceof Index.ColumnPart) {
                return false;
            }
        }
        return true;
    }
}
