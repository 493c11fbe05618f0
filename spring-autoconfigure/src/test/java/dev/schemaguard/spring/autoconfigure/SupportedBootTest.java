package dev.schemaguard.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.support.SpringFactoriesLoader;

@ExtendWith(OutputCaptureExtension.class)
class SupportedBootTest {

    private static final String[] CANDIDATES = {
        "com.acme.ShopAutoConfiguration",
        null,
        SchemaGuardAutoConfiguration.class.getName(),
        "dev.schemaguard.spring.actuate.SchemaGuardEndpointAutoConfiguration"
    };

    @ParameterizedTest
    @ValueSource(strings = {"2.7.18", "3.2.12", "3.4.13"})
    void guardsNothingOnOlderLinesAndSaysSoOnce(String version, CapturedOutput output) {
        assertThat(kept(version)).containsExactly(true, true, false, false);
        assertThat(output.getOut().lines())
                .singleElement()
                .asString()
                .contains(
                        "WARN",
                        "nothing is guarded: this is Spring Boot " + version
                                + ", and Schema Guard supports 3.5 and 4.x; raise Spring Boot");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"3.5.0", "3.5.16", "4.0.0-M1", "4.1.1", "5.0.0", "unknown"})
    void guardsOnAllOthers(@Nullable String version, CapturedOutput output) {
        assertThat(kept(version)).containsOnly(true);
        assertThat(output.getOut()).isEmpty();
    }

    @Test
    void isAskedByThisLine() {
        assertThat(SpringFactoriesLoader.forDefaultResourceLocation(getClass().getClassLoader())
                        .load(AutoConfigurationImportFilter.class))
                .hasAtLeastOneElementOfType(SupportedBoot.class);
    }

    private static boolean[] kept(@Nullable String version) {
        return new SupportedBoot(version).match(CANDIDATES, NOTHING_KNOWN);
    }

    private static final AutoConfigurationMetadata NOTHING_KNOWN =
            (AutoConfigurationMetadata) java.lang.reflect.Proxy.newProxyInstance(
                    SupportedBootTest.class.getClassLoader(),
                    new Class<?>[] {AutoConfigurationMetadata.class},
                    (proxy, method, arguments) -> Map.of());
}
