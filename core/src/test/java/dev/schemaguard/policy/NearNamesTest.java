package dev.schemaguard.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNamesTest {

    @ParameterizedTest
    @CsvSource({
        "quality_score,qualty_score",
        "user_name,username",
        "userName,user_name",
        "posts,Posts",
        "post,posts",
        "company,companies",
        "recieved_at,received_at",
        "created_at,creatd_at"
    })
    void findsWhatWasMeant(String wanted, String candidate) {
        assertThat(NearNames.nearest(wanted, List.of("something", candidate, "else")))
                .contains(candidate);
    }

    @ParameterizedTest
    @CsvSource({"id,ip", "name,size", "posts,users", "title,body", "created_at,deleted_on"})
    void leavesStrangersAlone(String wanted, String candidate) {
        assertThat(NearNames.nearest(wanted, List.of(candidate))).isEmpty();
    }

    @Test
    void prefersTheNearest() {
        assertThat(NearNames.nearest("quality_score", List.of("quality_scour", "qualityscore")))
                .contains("qualityscore");
    }
}
