package dev.schemaguard.report;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What of a check the database told by digests, so that neither side was read.
 *
 * @param tables how many tables, of those that were checked, are as they were captured
 * @param whyNot why not all; empty where all are, and where nobody was asked
 */
public record DigestCoverage(int tables, Optional<Reason> whyNot) {

    /** Nothing was told by digests, for nobody was asked. */
    public static final DigestCoverage NONE = new DigestCoverage(0, Optional.empty());

    public DigestCoverage {
        Objects.requireNonNull(whyNot, "whyNot");
    }

    /** Why a check was not, or not altogether, the short way: the later one says more. */
    public enum Reason {
        /** Something that is expected has none: it is no snapshot of a live database, or somebody edited it. */
        NOT_CAPTURED(""),
        /** They are of other major versions than this server is. */
        OTHER_VERSION("they are of another major version"),
        /** They would have to be told of each of many schemas, and names say their schema. */
        NAMED_SCHEMAS("what is expected names schemas, and many are checked"),
        /** A pattern of excluded tables fits one together with its schema. */
        EXCLUDED_WITH_SCHEMA("a pattern of excluded tables names a schema"),
        /** The database did not answer. */
        NO_ANSWER("the database gave no answer"),
        /** Something may differ, or the role may not use it. */
        MAY_DIFFER("something may differ");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** The word for it in reports for programs, such as {@code may-differ}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The words for people; empty for what most expectations are like, of which nothing needs to be said. */
        String words() {
            return words;
        }
    }
}
