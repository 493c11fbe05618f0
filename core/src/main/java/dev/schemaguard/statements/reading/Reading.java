package dev.schemaguard.statements.reading;

import dev.schemaguard.statements.StatementUse;
import java.util.Objects;

/** What came of reading one text. */
public sealed interface Reading {

    /**
     * It is a statement whose use is known.
     *
     * @param use what it uses
     */
    record Understood(StatementUse use) implements Reading {

        public Understood {
            Objects.requireNonNull(use, "use");
        }
    }

    /**
     * It neither reads nor writes rows: DDL, a call, a setting.
     *
     * @param word the word that it begins with, in upper case
     */
    record Other(String word) implements Reading {}

    /**
     * It could not be read, so that it states nothing.
     *
     * @param reason why, for people; it shows nothing of the text but the place
     */
    record NotUnderstood(String reason) implements Reading {}
}
