package dev.schemaguard.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.hibernate.start.GuardingFramework;
import java.sql.CallableStatement;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** What a native image is told to keep. None is built here. */
class RuntimeHintsTest {

    private final RuntimeHints hints = new RuntimeHints();

    RuntimeHintsTest() {
        new SchemaGuardRuntimeHints().registerHints(hints, getClass().getClassLoader());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "META-INF/schema-guard/schema.json",
                "META-INF/schema-guard/statements.sql",
                "db/migration/V1__posts.sql",
                "META-INF/services/dev.schemaguard.hibernate.start.GuardingFramework"
            })
    void keepWhatIsReadAsAResource(String resource) {
        assertThat(RuntimeHintsPredicates.resource().forResource(resource)).accepts(hints);
    }

    @Test
    void keepTheServiceThatTellsHibernateWhoGuards() {
        assertThat(ServiceLoader.load(GuardingFramework.class))
                .singleElement()
                .satisfies(framework -> assertThat(RuntimeHintsPredicates.reflection()
                                .onType(framework.getClass())
                                .withMemberCategory(MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS))
                        .accepts(hints));
    }

    @Test
    void keepTheProxyOfAProcedureCallAndTheConvertersOfSpringDataJdbc() throws ClassNotFoundException {
        assertThat(RuntimeHintsPredicates.proxies().forInterfaces(CallableStatement.class))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.reflection()
                        .onType(Class.forName(
                                "org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration"))
                        .withMemberCategory(MemberCategory.INVOKE_DECLARED_METHODS))
                .accepts(hints);
    }

    @Test
    void areFoundBySpring() {
        assertThat(SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
                        .load(RuntimeHintsRegistrar.class))
                .hasAtLeastOneElementOfType(SchemaGuardRuntimeHints.class);
    }
}
