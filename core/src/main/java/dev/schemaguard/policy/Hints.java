package dev.schemaguard.policy;

import dev.schemaguard.diff.Drift;
import dev.schemaguard.diff.TableDrift;
import dev.schemaguard.model.Origin;
import java.util.Optional;

/** What helps with a drift and follows from the drift alone. */
final class Hints {

    private Hints() {}

    static Optional<String> of(Drift drift) {
        if (drift instanceof TableDrift.MissingPrivilege lack) {
            return Optional.of(
                    "the owner can GRANT " + lack.privilege() + " ON " + lack.where() + " TO " + lack.role());
        }
        return switch (drift.kind()) {
            case MISSING_TABLE -> adds(drift.origin());
            case MISSING_COLUMN -> adds(drift.origin());
            case EXTRA_REQUIRED_COLUMN ->
                Optional.of("another release added it: give it a default, or deploy the release that knows it");
            case EMPTY_SCHEMA -> Optional.of("compare the URL and the search_path with where the migrations ran");
            default -> Optional.empty();
        };
    }

    private static Optional<String> adds(Origin origin) {
        return origin.location().endsWith(".sql") ? Optional.of(origin + " adds it") : Optional.empty();
    }
}
