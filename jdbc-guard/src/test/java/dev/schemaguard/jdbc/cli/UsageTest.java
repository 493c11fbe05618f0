package dev.schemaguard.jdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a wrong command line: what is wrong with it, and nothing that may be a password in the wrong place. */
class UsageTest {

    /** Command lines that somebody may write who has a password; {@code %s} is it. */
    private static final List<String> FORMS = List.of(
            "check --url jdbc:postgresql://u:%s@nohost.invalid/db --expect a.sql",
            "check --url jdbc:postgresql://nohost.invalid:1/db?user=u&password=%s --expect a.sql",
            "check --url postgresql://u:%s@h/db --expect a.sql",
            "check --url postgres://u:%s@h:5432/db?sslmode=require --expect a.sql",
            "check --url host=h,password=%s --expect a.sql",
            "check --url mysql://u:%s@h/db --expect a.sql",
            "check --url u:%s@h/db --expect a.sql",
            "check --url jdbc:nosuch://u:%s@h/db --expect a.sql",
            "check --url jdbc:postgresql://127.0.0.1:1/db --expect postgresql://u:%s@h/db",
            "check --url jdbc:postgresql://127.0.0.1:1/db --expect jdbc:postgresql://u:%s@nohost.invalid/db",
            "check --url jdbc:postgresql://127.0.0.1:1/db --expect password=%s",
            "check --password %s",
            "check --password=%s",
            "check -p%s",
            "check --pasword %s",
            "check -W %s",
            "check %s",
            "check @%s",
            "check --url jdbc:postgresql://127.0.0.1:1/db --expect a.sql %s",
            "check --timeout %s",
            "check --format %s",
            "check --color=%s",
            "check --layout %s",
            "check --placeholder %s",
            "check --verbose=%s",
            "check --password-env %s --url jdbc:postgresql://127.0.0.1:1/db --expect a.sql",
            "check --password-file /nowhere/%s --url jdbc:postgresql://127.0.0.1:1/db --expect a.sql",
            "%s check",
            "diff --from postgresql://u:%s@h/db --to a.sql",
            "diff --from a.sql --to jdbc:postgresql://u:%s@nohost.invalid/db",
            "snapshot --url jdbc:postgresql://u:%s@nohost.invalid/db",
            "snapshot --expect postgresql://u:%s@h/db",
            "fix --url jdbc:postgresql://u:%s@nohost.invalid/db --expect a.sql",
            "sync --url jdbc:postgresql://u:%s@nohost.invalid/db --expect a.sql");

    @Test
    void noPieceOfAPasswordIsSaidWhereverItStands() {
        ByteArrayOutputStream process = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(process, true, StandardCharsets.UTF_8));
        try {
            assertThat(leaks()).isEmpty();
        } finally {
            System.setErr(before);
        }
        assertThat(process.toString(StandardCharsets.UTF_8))
                .as("nor by the parser itself, past our own words")
                .isEmpty();
    }

    private static List<String> leaks() {
        Random random = new Random(7);
        List<String> leaks = new ArrayList<>();
        for (int round = 0; round < 8; round++) {
            String secret = secret(random, round);
            for (String form : FORMS) {
                String[] arguments = form.split(" ");
                for (int i = 0; i < arguments.length; i++) {
                    arguments[i] = arguments[i].replace("%s", secret);
                }

                RunnableJar.Result result = InProcess.run(arguments);

                if (holdsAPiece(result.out() + result.err(), secret) || result.exit() < 2) {
                    leaks.add(form + " with " + secret + " -> " + result);
                }
            }
        }
        return leaks;
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "check --password s => a password is no argument, for every user of the machine could read it: name an"
                        + " environment variable with --password-env, or a file with --password-file",
                "check --placeholdr x=y => there is no '--placeholdr'; perhaps '--placeholder' is meant",
                "chek => there is no 'chek'; perhaps 'check' is meant",
                "check --colour=always => there is no '--colour'; perhaps '--color' is meant",
                "check --url x stray => argument 4 is neither an option nor the value of one; it is not shown, as it may be"
                        + " a password",
                "check @nowhere.args => the file of arguments that argument 2 names cannot be read",
                "check --format yaml => --format takes one of text, json, markdown, html, junit, github",
                "check --timeout soon => --timeout: this is no duration; write 500ms, 30s, 2m or 1h",
                "check --timeout 0 => --timeout: this is no time at all; it must be positive",
                "check --placeholder x => --placeholder takes KEY=VALUE",
                "check --verbose=x => --verbose takes no value",
                "check --url a --url b => --url is given more than once",
                "check --url => missing: --url JDBC",
                "diff => missing: --from LOCATION, --to LOCATION",
                "sync --url postgres://u:secret@db:5432/app?sslmode=require => --url: this is no URL of JDBC; write"
                        + " jdbc:postgresql://db:5432/app, and name user and password apart from it",
                "check --url postgresql://u:se/cret@db/app => --url: this is no URL of JDBC; write"
                        + " jdbc:postgresql://db/app, and name user and password apart from it",
                "check --url postgresql://u:se,x=cret@db/app => --url: this is no URL of JDBC; write"
                        + " jdbc:postgresql://host/name, and name user and password apart from it",
                "fix --url jdbc:postgres://db/app => --url: this is no URL of JDBC; write jdbc:postgresql://db/app,"
                        + " and name user and password apart from it",
                "check --url dbname=app => --url: this is no URL of JDBC; write jdbc:postgresql://host/name, and name"
                        + " user and password apart from it",
                "check --url mysql://db/app => --url: this is no URL of JDBC; write jdbc:mysql://db/app, and name user"
                        + " and password apart from it",
                "check --url db/app => --url: the URL of a database begins with 'jdbc:', such as"
                        + " jdbc:postgresql://host/name",
                "snapshot --url mariadb://db/app => --url: this is no URL of JDBC; write jdbc:mariadb://db/app, and name"
                        + " user and password apart from it",
                "check => name the database with --url"
            })
    void saysWhatIsWrong(String arguments, String said) {
        RunnableJar.Result result = InProcess.run(arguments.split(" "));

        assertThat(result.err().lines().findFirst()).contains("schema-guard: " + said);
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.out()).isEmpty();
    }

    /** Twelve characters and more, of all that a shell lets through as one argument. */
    private static String secret(Random random, int round) {
        String ends = ",;)&@/?#\"'=:%(";
        StringBuilder secret = new StringBuilder("xX" + round);
        while (secret.length() < 14) {
            secret.append(
                    random.nextInt(3) == 0
                            ? ends.charAt(random.nextInt(ends.length()))
                            : (char) ('!' + random.nextInt('~' - '!' + 1)));
        }
        return secret.toString();
    }

    private static boolean holdsAPiece(String output, String secret) {
        for (int i = 0; i + 4 <= secret.length(); i++) {
            if (output.contains(secret.substring(i, i + 4))) {
                return true;
            }
        }
        return false;
    }
}
