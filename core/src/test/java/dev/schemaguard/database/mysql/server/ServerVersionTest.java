package dev.schemaguard.database.mysql.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerVersionTest {

    @ParameterizedTest
    @CsvSource({
        "8.0.31, MySQL Community Server - GPL, MYSQL, 8.0.31",
        "8.4.3, MySQL Community Server - GPL, MYSQL, 8.4.3",
        "8.0.36-28, 'Percona Server (GPL), Release 28, Revision 47601f19', MYSQL, 8.0.36",
        "8.0.35-google, (Google), MYSQL, 8.0.35",
        "8.0.39, Source distribution, MYSQL, 8.0.39",
        "10.11.6-MariaDB-0+deb12u1, Debian 12, MARIADB, 10.11.6",
        "5.5.5-10.6.18-MariaDB-log, managed by https://aws.amazon.com/rds/, MARIADB, 10.6.18",
        "11.4.5-MariaDB, MariaDB Server, MARIADB, 11.4.5"
    })
    void tellsTheEngine(String version, String comment, Product product, String number) {
        ServerVersion found = ServerVersion.of(version, comment).orElseThrow();

        assertThat(found.product()).isEqualTo(product);
        assertThat(found).hasToString(number);
    }

    @ParameterizedTest
    @CsvSource({
        "8.0.11-TiDB-v7.5.1, TiDB Server (Apache License 2.0) Community Edition, TiDB",
        "5.7.25-TiDB-v6.1.0, TiDB Server, TiDB",
        "8.0.30-Vitess, Version: 19.0.0, Vitess",
        "5.7.32, SingleStoreDB source distribution (compatible; MySQL Enterprise & MySQL Commercial), SingleStore",
        "5.7.25-OceanBase_CE-v4.2.1.0, OceanBase_CE 4.2.1.0, OceanBase",
        "8.0.33, Dolt, Dolt"
    })
    void doesNotTakeOthersThatSpeakTheProtocolForIt(String version, String comment, String name) {
        assertThat(ServerVersion.of(version, comment)).isEmpty();
        assertThat(ServerVersion.relative(version, comment)).contains(name);
    }

    @ParameterizedTest
    @CsvSource({"5.7.44, MySQL Community Server (GPL)", "10.5.23-MariaDB, MariaDB Server", "unknown, x"})
    void knowsNothingOfVersionsThatAreNotProven(String version, String comment) {
        assertThat(ServerVersion.of(version, comment)).isEmpty();
        assertThat(ServerVersion.relative(version, comment)).isEmpty();
    }

    @Test
    void comparesVersions() {
        ServerVersion version = ServerVersion.of("8.0.15", "").orElseThrow();

        assertThat(version.isAtLeast(8, 0, 15)).isTrue();
        assertThat(version.isAtLeast(8, 0, 16)).isFalse();
        assertThat(version.isAtLeast(5, 7, 40)).isTrue();
    }
}
