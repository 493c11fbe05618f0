package dev.schemaguard.jdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.jdbc.cli.option.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {

    @ParameterizedTest
    @CsvSource({
        "true,NO_COLOR,1,false",
        "true,NO_COLOR,'',true",
        "true,TERM,dumb,false",
        "true,X,y,true",
        "false,X,y,false"
    })
    void coloursOnATerminalThatWantsThem(boolean present, String name, String value, boolean colour) {
        assertThat(Terminal.of(present, Map.of(name, value)).colour()).isEqualTo(colour);
    }

    @ParameterizedTest
    @CsvSource({"100,100", "10,40", "500,120", "wide,80", "'',80", "99999999999,80"})
    void isAsWideAsTheShellSaysWithinReason(String columns, int width) {
        assertThat(Terminal.of(true, Map.of("COLUMNS", columns)).width()).isEqualTo(width);
    }

    @Test
    void progressIsShownToNobodyWhereThereIsNoTerminal() {
        StringWriter errors = new StringWriter();

        Progress.of("comparing", Terminal.of(false, Map.of()), new PrintWriter(errors))
                .close();

        assertThat(errors.toString()).isEmpty();
    }

    @Test
    void progressIsWipedAway() {
        StringWriter errors = new StringWriter();
        Progress progress = Progress.of("comparing", Terminal.of(true, Map.of()), new PrintWriter(errors));

        progress.show();
        progress.close();
        progress.show();

        assertThat(errors.toString()).isEqualTo("\r\u001b[Kcomparing (0 s)\r\u001b[K");
    }
}
