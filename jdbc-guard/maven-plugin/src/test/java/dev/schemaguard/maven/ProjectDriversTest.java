package dev.schemaguard.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.jdbc.verb.DriverDataSource;
import dev.schemaguard.jdbc.verb.Drivers;
import dev.schemaguard.jdbc.verb.VerbException;
import java.io.File;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;

class ProjectDriversTest {

    @Test
    void theProjectsDriverComesBeforeThatOfThePlugIn() {
        try (ProjectDrivers drivers = new ProjectDrivers(() -> List.of(postgresql()))) {
            DriverDataSource database = connect("jdbc:postgresql://localhost/orders", drivers.drivers());

            assertThat(database.driverClass().getName()).isEqualTo(Driver.class.getName());
            assertThat(database.driverClass()).isNotEqualTo(Driver.class);
        }
    }

    @Test
    void aDriverOfThePlugInServesAProjectThatHasNone() {
        try (ProjectDrivers drivers = new ProjectDrivers(List::of)) {
            DriverDataSource database = connect("jdbc:postgresql://localhost/orders", drivers.drivers());

            assertThat(database.driverClass()).isEqualTo(Driver.class);
        }
    }

    @Test
    void dependenciesAreResolvedOnceAndOnlyForWhomConnects() {
        AtomicInteger resolved = new AtomicInteger();
        try (ProjectDrivers drivers = new ProjectDrivers(() -> {
            resolved.incrementAndGet();
            return List.of();
        })) {
            assertThat(resolved).hasValue(0);

            drivers.drivers();
            drivers.drivers();

            assertThat(resolved).hasValue(1);
        }
    }

    @Test
    void aUrlThatNoDriverTakesIsNotShown() {
        try (ProjectDrivers drivers = new ProjectDrivers(List::of)) {
            assertThatThrownBy(() -> connect("jdbc:nosuch://host/db?password=opensesame", drivers.drivers()))
                    .isInstanceOf(VerbException.class)
                    .hasMessageContaining("'jdbc:nosuch'")
                    .hasMessageContaining("dependencies of the project")
                    .message()
                    .doesNotContain("opensesame");
        }
    }

    private static DriverDataSource connect(String url, Drivers drivers) {
        return DriverDataSource.of(url, Optional.empty(), Optional.empty(), drivers, Duration.ofSeconds(5));
    }

    private static File postgresql() {
        try {
            return new File(Driver.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
