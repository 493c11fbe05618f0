package dev.schemaguard.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaCapture;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Severity;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A default that a check refuses fails the insert which relies on it; one that it lets in stores another value. */
class RefusedDefaultTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "status text default 'new' check (status in ('new','old'))| 'odd'| RISKY",
                "status text default 'new' check (status in ('new','old'))| 'old'| ADVISORY",
                "status text default 'new' check (status = 'new' or status = 'old')| ''| RISKY",
                "status integer default 1 check (status > 0)| 0| RISKY",
                "status integer default 1 check (status > 0)| 2| ADVISORY",
                "status integer default 1 check (status <= 10)| 11| RISKY",
                "status integer default 1 check (status <= 10)| 10| ADVISORY",
                "status integer default 1 check (status > 0 and status < 5)| 7| ADVISORY"
            })
    void isRiskyWhereACheckRefusesIt(String definition, String other, Severity severity) throws Exception {
        TestDatabase database = TestPostgres.database("create table t (id integer, " + definition + ")");
        Schema expected = SchemaCapture.capture(database.direct(), InspectionScope.EVERYTHING);
        database.execute("alter table t alter status set default " + other);

        List<Finding> findings =
                SchemaGuard.expecting(expected).build().check(database.direct()).findings();

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("default-different:t.status");
            assertThat(finding.severity()).isEqualTo(severity);
        });
    }
}
