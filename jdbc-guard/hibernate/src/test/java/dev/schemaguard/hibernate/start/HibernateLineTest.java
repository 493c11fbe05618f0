package dev.schemaguard.hibernate.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.hibernate.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HibernateLineTest {

    @ParameterizedTest
    @CsvSource({
        "5.6.15.Final, true",
        "6.3.1.Final, true",
        "6.5, true",
        "6.6.0.Final, false",
        "6.10.1.Final, false",
        "7.0.0.CR1, false",
        "10.1.0.Final, false",
        "[WORKING], false"
    })
    void isTooOldBeforeTheLineThatIsTested(String version, boolean tooOld) {
        assertThat(HibernateLine.isTooOld(version)).isEqualTo(tooOld);
    }

    @Test
    void isNotTooOldHere() {
        assertThat(HibernateLine.isTooOld(Version.getVersionString())).isFalse();
    }
}
