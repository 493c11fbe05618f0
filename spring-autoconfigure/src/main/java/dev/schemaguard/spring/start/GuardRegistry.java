package dev.schemaguard.spring.start;

import dev.schemaguard.report.MigrationFindings;
import dev.schemaguard.spring.SchemaGuards;
import dev.schemaguard.text.LoggedFailure;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what becomes of each DataSource while the application starts and runs. */
final class GuardRegistry implements SchemaGuards {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaGuards.class);

    private final Map<String, Guarded> guarded = new LinkedHashMap<>();
    private volatile Optional<String> inactive = Optional.empty();

    @Override
    public List<Guarded> all() {
        synchronized (guarded) {
            return List.copyOf(guarded.values());
        }
    }

    @Override
    public Optional<Guarded> find(String name) {
        synchronized (guarded) {
            return Optional.ofNullable(guarded.get(name));
        }
    }

    @Override
    public Optional<String> inactive() {
        return inactive;
    }

    void inactive(String because) {
        inactive = Optional.of(because);
    }

    /** Adds one, in place of another of the same name. */
    void put(Guarded one) {
        Optional<Guarded> before;
        synchronized (guarded) {
            before = Optional.ofNullable(guarded.put(one.name(), one));
        }
        before.ifPresent(GuardRegistry::close);
    }

    /** Adds what migrations say beside a mapping to what is known of a DataSource. */
    void compared(String name, MigrationFindings found) {
        synchronized (guarded) {
            guarded.computeIfPresent(name, (key, one) -> one.with(found));
        }
    }

    /** Ends the looks in the background. The pools are for their own beans to close. */
    void stop() {
        all().forEach(GuardRegistry::close);
    }

    private static void close(Guarded one) {
        try {
            if (one.gate().isPresent()) {
                one.gate().get().close();
            }
        } catch (SQLException e) {
            LOG.debug("the gate of '{}' could not be closed", one.name(), LoggedFailure.of(e));
        }
    }
}
