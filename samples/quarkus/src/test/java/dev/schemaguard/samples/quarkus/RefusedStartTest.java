package dev.schemaguard.samples.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainLauncher;
import io.quarkus.test.junit.main.QuarkusMainTest;
import org.junit.jupiter.api.Test;

@QuarkusMainTest
@QuarkusTestResource(
        value = Database.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = "statements", value = "create table posts (id bigint primary key)"))
class RefusedStartTest {

    @Test
    void doesNotStartOnADatabaseThatLacksAColumn(QuarkusMainLauncher launcher) {
        LaunchResult start = launcher.launch();

        assertThat(start.exitCode()).isNotZero();
        assertThat(start.getOutput() + start.getErrorOutput()).contains("missing-column  posts.quality");
    }
}
