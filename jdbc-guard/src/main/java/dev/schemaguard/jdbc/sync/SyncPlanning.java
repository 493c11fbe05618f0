package dev.schemaguard.jdbc.sync;

import dev.schemaguard.database.AddingTransaction;
import dev.schemaguard.fix.Addition;
import dev.schemaguard.fix.Calls;
import dev.schemaguard.fix.FindingFix;
import dev.schemaguard.fix.FixPlan;
import dev.schemaguard.jdbc.sync.SyncPlan.Leftover;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Policy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Chooses of a plan what only adds, and knows of all else whether it stands in the way. */
final class SyncPlanning {

    private final AddingTransaction transaction;
    private final Policy policy;
    private final Set<ObjectName> allowed;
    private final Map<ObjectName, Boolean> empty = new HashMap<>();
    private Calls calls = Calls.NONE;

    SyncPlanning(AddingTransaction transaction, Policy policy, Set<ObjectName> allowed) {
        this.transaction = transaction;
        this.policy = policy;
        this.allowed = allowed;
    }

    /** What the statements of the plan call. */
    Calls calls() {
        return calls;
    }

    SyncPlan plan(FixPlan plan) throws SQLException {
        Set<String> chosen = new HashSet<>();
        List<Leftover> blocking = new ArrayList<>();
        List<Leftover> left = new ArrayList<>();
        for (FindingFix cure : plan.cures()) {
            if (cure.finding().accepted().isPresent()) {
                continue;
            }
            Optional<String> reason = notAdditive(cure);
            if (reason.isPresent()) {
                (mustBeCured(cure.finding()) ? blocking : left).add(new Leftover(cure.finding(), reason.get()));
                continue;
            }
            for (Addition addition : cure.additions()) {
                if (isPossible(addition)) {
                    chosen.add(addition.sql());
                }
            }
        }
        List<Addition> additions = plan.additions().stream()
                .filter(addition -> chosen.contains(addition.sql()))
                .toList();
        calls = additions.stream().map(Addition::calls).reduce(Calls.NONE, Calls::and);
        return new SyncPlan(additions.stream().map(Addition::sql).toList(), blocking, left);
    }

    private boolean mustBeCured(Finding finding) {
        return finding.group().isEmpty() && finding.counts(policy.failOn().threshold());
    }

    private Optional<String> notAdditive(FindingFix cure) throws SQLException {
        if (cure.notAdditive().isPresent()) {
            return cure.notAdditive();
        }
        for (Addition addition : cure.additions()) {
            Optional<String> foreign = foreign(addition);
            if (addition.essential() && foreign.isPresent()) {
                return foreign;
            }
            if (addition.essential() && !isPossible(addition)) {
                return Optional.of("`" + addition.onlyWhereEmpty().orElseThrow()
                        + "` holds rows, of which some may violate it or which it would lock; 'schema-guard fix' prints a"
                        + " safe way");
            }
        }
        return Optional.empty();
    }

    private Optional<String> foreign(Addition addition) {
        return addition.calls().unknown().stream()
                .filter(function -> !allowed.contains(function))
                .sorted()
                .findFirst()
                .map(function -> "it calls " + function
                        + "(), and a sync calls only functions that are known to do nothing but"
                        + " compute; 'schema-guard fix' prints it, or allow it with --allow-function " + function);
    }

    private boolean isPossible(Addition addition) throws SQLException {
        if (foreign(addition).isPresent()) {
            return false;
        }
        if (addition.onlyWhereEmpty().isEmpty()) {
            return true;
        }
        ObjectName table = addition.onlyWhereEmpty().get();
        Boolean known = empty.get(table);
        if (known == null) {
            known = transaction.isEmpty(table);
            empty.put(table, known);
        }
        return known;
    }
}
