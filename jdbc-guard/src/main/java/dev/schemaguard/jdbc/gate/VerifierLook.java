package dev.schemaguard.jdbc.gate;

import dev.schemaguard.policy.Unverified.Code;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The gate's look at a real database.
 *
 * @param verifier what looks
 * @param database where it looks
 * @param waits whether it waits for a schema that is still being migrated
 */
record VerifierLook(SchemaVerifier verifier, DataSource database, boolean waits) implements Gate.Look {

    static VerifierLook waiting(SchemaVerifier verifier, DataSource database) {
        return new VerifierLook(verifier, database, true);
    }

    static VerifierLook once(SchemaVerifier verifier, DataSource database) {
        return new VerifierLook(verifier, database, false);
    }

    @Override
    public Verification at() throws InterruptedException {
        return waits ? verifier.untilPassed(database) : verifier.once(database);
    }

    @Override
    public Verification unfinished(Code code, String reason, @Nullable Throwable cause) {
        return verifier.unfinished(code, reason, cause);
    }

    @Override
    public Duration patience() {
        return waits ? verifier.patience() : verifier.timeout();
    }
}
