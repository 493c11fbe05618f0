package dev.schemaguard.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No suitable driver found for jdbc:postgresql://db/app?user=app&password=s3cret&ssl=true",
                "jdbc:postgresql://app:s3cret@db:5432/app",
                "jdbc:mysql://app:s3cret@db1,db2/app",
                "jdbc:mysql://address=(host=db)(port=1)(user=app)(password=s3cret)/app",
                "jdbc:h2:mem:x;USER=sa;PASSWORD=s3cret",
                "jdbc:sqlserver://db;databaseName=app;password={s3cret}",
                "jdbc:oracle:thin:app/s3cret@db:1521/app",
                "connection string: password='s3cret' host=db",
                "PWD=s3cret",
                "sslpassword=s3cret"
            })
    void hidesThePassword(String text) {
        assertThat(Secrets.scrub(text)).doesNotContain("s3cret").contains("***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FATAL: password authentication failed for user \"app\"",
                "jdbc:postgresql://db:5432/app",
                "column \"quality\" does not exist"
            })
    void leavesOtherTextAsItIs(String text) {
        assertThat(Secrets.scrub(text)).isEqualTo(text);
    }
}
