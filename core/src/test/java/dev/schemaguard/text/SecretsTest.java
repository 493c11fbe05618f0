package dev.schemaguard.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    /** In which a secret comes; {@code %s} is it. */
    static final List<String> FORMS = List.of(
            "No suitable driver found for jdbc:postgresql://db/app?user=app&password=%s",
            "No suitable driver found for jdbc:postgresql://db:5432/app?user=app&pass=%s&ssl=true",
            "jdbc:postgresql://app:%s@db:5432/app",
            "Unable to parse URL jdbc:postgresql://app:%s@db/app?ssl=true&user=a@b",
            "invalid port number: %s@nohost.invalid",
            "postgresql://app:%s@db/app is nothing",
            "redis://:%s@db",
            "jdbc:mysql://app:%s@db1,db2/app",
            "jdbc:mysql://address=(host=db)(port=1)(user=app)(password=%s)/app",
            "jdbc:h2:mem:x;USER=sa;PASSWORD=%s",
            "jdbc:sqlserver://db;databaseName=app;password={%s}",
            "jdbc:oracle:thin:app/%s@db:1521/app",
            "jdbc:oracle:thin:app/\"%s\"@//db:1521/app",
            "connection string: host=db user=app password='%s'",
            "connection string: host=db user=app password = %s",
            "PWD=%s",
            "sslpassword=%s",
            "aws_secret_access_key: %s",
            "{\"user\": \"app\", \"password\": \"%s\"}",
            "{\"password\":[\"%s\"]}",
            "{\\\"password\\\": \\\"%s\\\"}",
            "<password>%s</password>",
            "db_password%%3D%s",
            "user%%3Dapp%%26pass%%77ord%%3D%s",
            "password%%253D%s",
            "Authorization: Bearer %s",
            "the header was 'Bearer AAAA%s'",
            "apiKey=%s",
            "ALTER ROLE app PASSWORD '%s'",
            "CREATE USER app IDENTIFIED BY %s",
            "--password=%s",
            "app:%s@db/app");

    @Test
    void noPieceOfASecretIsLeftHoweverItLooksAndWhereverItStands() {
        Random random = new Random(15);
        List<String> leaks = new ArrayList<>();
        for (int round = 0; round < 150; round++) {
            String secret = secret(random);
            for (String form : FORMS) {
                String text = String.format(form, secret);
                String said = Secrets.said(text);
                String failure = Secrets.said(new SQLException(text, "08001"));
                String frame = String.format(form, "");
                if (holdsAPiece(said, secret, frame) || holdsAPiece(failure, secret, frame)) {
                    leaks.add(text + " -> " + said);
                }
            }
        }
        assertThat(leaks).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FATAL: password authentication failed for user \"app\"",
                "Connection to db:5432 refused. Check that the hostname and port are correct and that the postmaster is"
                        + " accepting TCP/IP connections.",
                "Access denied for user 'root'@'localhost' (using password: YES)",
                "Login failed for user 'sa'.",
                "FATAL: password authentication failed for user \"app@acme\"",
                "The server requested SCRAM-based authentication, but no password was provided.",
                "FATAL: no pg_hba.conf entry for host \"10.0.0.7\", user \"app\", database \"app\", no encryption",
                "ERROR: column \"password\" does not exist",
                "ERROR: column posts.access_token does not exist",
                "ERROR: permission denied for table password_tokens",
                "ERROR: syntax error at or near \"password\"",
                "ERROR: function check_password(text) does not exist",
                "ERROR: role \"secret\" does not exist",
                "null value in column \"token\" of relation \"tokens\" violates not-null constraint",
                "ERROR: operator does not exist: integer @> jsonb",
                "canceling statement due to statement timeout",
                "jdbc:postgresql://db:5432/app",
                "jdbc:postgresql://db1:5432,db2:5432/app is down, see https://acme.com/runbook",
                "[::1]:5432",
                "100% of 5%",
                "column \"quality\" does not exist"
            })
    void leavesOrdinaryMessagesAsTheyAre(String text) {
        assertThat(Secrets.said(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "No driver for jdbc:postgresql://u:s@h:1/db?ssl=true => No driver for jdbc:postgresql://h:1/db (the rest is"
                        + " not shown, as it may hold a password)",
                "host=h password=s => host=h (the rest is not shown, as it may hold a password)",
                "invalid port: s@h => (a text that is not shown, as it may hold a password)"
            })
    void keepsWhatIsBeforeAndTheHostAndTheDatabase(String text, String shown) {
        assertThat(Secrets.said(text)).isEqualTo(shown);
        assertThat(Secrets.said(shown)).as("once more").isEqualTo(shown);
    }

    @Test
    void saysAtLeastTheClassOfAFailure() {
        assertThat(Secrets.said(new SQLException("invalid port: s@h")))
                .isEqualTo("java.sql.SQLException (a text that is not shown, as it may hold a password)");
        assertThat(Secrets.said(new SQLException())).isEqualTo("java.sql.SQLException");
    }

    @Test
    void takesOneLineOfReadableLength() {
        assertThat(Secrets.said("ERROR: no\n  Hint: try\u001b[31m\r\n")).isEqualTo("ERROR: no; Hint: try\\u001b[31m");
        assertThat(Secrets.said("x".repeat(5_000_000))).hasSize(2_001);
        assertThat(Secrets.said("x" + " ".repeat(5_000_000) + "y")).hasSize(2_001);
        assertThat(Secrets.said("x".repeat(5_000_000) + "@h")).hasSizeLessThan(100);
    }

    @Test
    void aLoggedFailureHasTracesAndNoSecrets() {
        SQLException inner = new SQLException("jdbc:postgresql://u:hush@h/db");
        IllegalStateException outer = new IllegalStateException("pool\nERROR forged", inner);

        LoggedFailure logged = LoggedFailure.of(outer);

        assertThat(logged)
                .hasMessage("java.lang.IllegalStateException: pool; ERROR forged")
                .hasStackTraceContaining("aLoggedFailureHasTracesAndNoSecrets");
        assertThat(logged.getCause())
                .hasMessage("java.sql.SQLException: jdbc:postgresql://h/db (the rest is not shown, as it may hold a"
                        + " password)");
        inner.initCause(outer);
        assertThat(LoggedFailure.of(outer))
                .hasRootCauseMessage(logged.getCause().getMessage());
    }

    /** Of all characters that can be typed, some of them percent-encoded, and with the ends of all forms in it. */
    private static String secret(Random random) {
        List<String> ends =
                List.of(",", ";", ")", "&", " ", "@", "/", "?", "#", "\"", "'", "=", ":", "%40", "%2F", "@h", "(");
        StringBuilder secret = new StringBuilder();
        while (secret.length() < 12) {
            if (random.nextInt(3) == 0) {
                secret.append(ends.get(random.nextInt(ends.size())));
            } else {
                secret.append((char) (' ' + random.nextInt('~' - ' ' + 1)));
            }
        }
        return secret.toString();
    }

    /** Four characters in a row that are of the secret and not of what is around it. */
    static boolean holdsAPiece(String output, String secret, String frame) {
        for (int i = 0; i + 4 <= secret.length(); i++) {
            String piece = secret.substring(i, i + 4);
            if (output.contains(piece) && !frame.contains(piece)) {
                return true;
            }
        }
        return false;
    }
}
