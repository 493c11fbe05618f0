package dev.schemaguard.spring.start;

import dev.schemaguard.jdbc.GuardedDataSource;
import dev.schemaguard.jdbc.gate.Mode;
import dev.schemaguard.spring.Readiness;
import dev.schemaguard.spring.SchemaGuards;
import dev.schemaguard.spring.expectation.SchemaGuardProperties;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands in front of a DataSource that is guarded: the wrapper in which its gate goes, or nothing. What the log may say of
 * connections hangs on it.
 *
 * @param name what the DataSource is called
 * @param dataSource what the application uses
 * @param wrapper what is to refuse connections
 */
record Front(String name, DataSource dataSource, Optional<WrappedDataSource> wrapper) {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaGuards.class);

    /**
     * Finds our wrapper by the bean's name first, for a proxy may be of its class and yet be another; a target of a routing
     * DataSource has no name of its own.
     */
    static Front of(
            String name, DataSource dataSource, SchemaGuardProperties settings, WrappingPostProcessor wrapping) {
        return new Front(
                name,
                dataSource,
                wrapping.around(name)
                        .or(() -> itself(dataSource))
                        .or(() -> settings.wrap() ? unwrapped(dataSource) : Optional.empty()));
    }

    /** What is looked at: what is behind the wrapper, or the DataSource itself. */
    DataSource pool() {
        return wrapper.map(WrappedDataSource::pool).orElse(dataSource);
    }

    boolean isWrapped() {
        return wrapper.isPresent();
    }

    void guardedBy(GuardedDataSource gate) {
        wrapper.ifPresent(known -> known.guardedBy(gate));
    }

    /** Says which of the settings cannot do here what they are for. */
    void sayWhatCannotBe(SchemaGuardProperties settings) {
        if (settings.wrap() && wrapper.isEmpty()) {
            LOG.warn(
                    "'{}' could not be wrapped, for it is no bean, or one that was made too early or stands for others;"
                            + " schema-guard.wrap{} without effect there",
                    name,
                    settings.translateErrors() ? " and schema-guard.translate-errors are" : " is");
        } else if (settings.translateErrors() && wrapper.isEmpty()) {
            LOG.warn("errors of '{}' are not translated: schema-guard.translate-errors needs schema-guard.wrap", name);
        } else if (wrapper.isPresent() && !leadsToOurs()) {
            LOG.warn(
                    "whether the connections of '{}' come through schema-guard.wrap cannot be seen: {} is in front and"
                            + " does not unwrap",
                    name,
                    dataSource.getClass().getName());
        }
        if (settings.readiness() == Readiness.LIVE && settings.mode() == Mode.WARN) {
            LOG.warn(
                    "'{}' stays ready whatever is found: schema-guard.readiness=live needs another mode than warn",
                    name);
        }
    }

    /** Says, once the gate is shut, that nothing shuts with it. */
    void sayWhatIsNotRefused() {
        if (wrapper.isEmpty()) {
            LOG.warn("connections of '{}' are not refused: mode hold does that only with schema-guard.wrap", name);
        }
    }

    /** Proxies of Spring's answer with themselves where what they stand for does, so any wrapper of ours will do. */
    private boolean leadsToOurs() {
        return itself(dataSource).or(() -> unwrapped(dataSource)).isPresent();
    }

    private static Optional<WrappedDataSource> itself(DataSource dataSource) {
        return dataSource instanceof WrappedDataSource wrapped ? Optional.of(wrapped) : Optional.empty();
    }

    private static Optional<WrappedDataSource> unwrapped(DataSource dataSource) {
        try {
            return dataSource.isWrapperFor(WrappedDataSource.class)
                    ? Optional.of(dataSource.unwrap(WrappedDataSource.class))
                    : Optional.empty();
        } catch (SQLException | RuntimeException e) {
            // Some proxies answer neither question.
            return Optional.empty();
        }
    }
}
