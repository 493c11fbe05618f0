package dev.schemaguard.statements.file;

import dev.schemaguard.model.Origin;
import dev.schemaguard.statements.StatementUse;
import dev.schemaguard.statements.reading.Reading;
import dev.schemaguard.statements.reading.StatementReader;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A statement as a file records it.
 *
 * @param text its SQL, to the letter
 * @param origins who sends it, sorted, each once
 * @param use what is known of what it uses
 */
public record RecordedStatement(String text, List<Origin> origins, Use use) {

    public RecordedStatement {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a statement has no text");
        }
        origins = origins.stream().distinct().sorted().toList();
        Objects.requireNonNull(use, "use");
    }

    /** A statement of which it is read now what it uses. */
    public static RecordedStatement read(String text, List<Origin> origins, StatementReader reader) {
        Reading reading = reader.read(text);
        if (reading instanceof Reading.Understood understood) {
            return new RecordedStatement(text, origins, new Use.Known(understood.use()));
        }
        return new RecordedStatement(
                text,
                origins,
                reading instanceof Reading.NotUnderstood not ? new Use.Unread(not.reason()) : new Use.Unsaid());
    }

    /** Who sends it; the file, where that says nobody. */
    List<Origin> senders(String file) {
        return origins.isEmpty() ? List.of(Origin.of(file)) : origins;
    }

    /** The same statement, sent by those of the other, too, of which the use is taken where it has one. */
    RecordedStatement mergedWith(RecordedStatement other) {
        List<Origin> both =
                Stream.concat(origins.stream(), other.origins.stream()).toList();
        return new RecordedStatement(text, both, other.use instanceof Use.Unsaid ? use : other.use);
    }

    /** What a file says of what a statement uses. */
    public sealed interface Use {

        /**
         * What it uses.
         *
         * @param use the tables, columns, sequences and types
         */
        record Known(StatementUse use) implements Use {}

        /**
         * It could not be read when it was recorded.
         *
         * @param reason why
         */
        record Unread(String reason) implements Use {}

        /** Nothing: somebody wrote the statement by hand, and it is yet to be read. */
        record Unsaid() implements Use {}
    }
}
