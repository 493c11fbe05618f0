package dev.schemaguard.jdbc.sync;

import dev.schemaguard.fix.Addition;
import dev.schemaguard.fix.Cure;
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

    private final SyncTransaction transaction;
    private final Policy policy;
    private final Map<ObjectName, Boolean> empty = new HashMap<>();

    SyncPlanning(SyncTransaction transaction, Policy policy) {
        this.transaction = transaction;
        this.policy = policy;
    }

    SyncPlan plan(FixPlan plan) throws SQLException {
        Set<String> chosen = new HashSet<>();
        List<Leftover> blocking = new ArrayList<>();
        List<Leftover> left = new ArrayList<>();
        for (Cure cure : plan.cures()) {
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
        List<String> statements = plan.additions().stream()
                .map(Addition::sql)
                .filter(chosen::contains)
                .toList();
        return new SyncPlan(statements, blocking, left);
    }

    private boolean mustBeCured(Finding finding) {
        return finding.group().isEmpty() && finding.counts(policy.failOn().threshold());
    }

    private Optional<String> notAdditive(Cure cure) throws SQLException {
        if (cure.notAdditive().isPresent()) {
            return cure.notAdditive();
        }
        for (Addition addition : cure.additions()) {
            if (addition.essential() && !isPossible(addition)) {
                return Optional.of("`" + addition.onlyWhereEmpty().orElseThrow()
                        + "` holds rows, of which some may violate it or which it would lock; 'schema-guard fix' prints a"
                        + " safe way");
            }
        }
        return Optional.empty();
    }

    private boolean isPossible(Addition addition) throws SQLException {
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
