package dev.schemaguard.inspect;

import java.util.List;

/**
 * What a database says of digests.
 *
 * @param database which database, as an ordinary look tells it
 * @param home the schema in which tables with unqualified names were found; empty where there were none
 * @param differing the objects that may not be as they were captured; empty where all are, and the connected role may use them
 */
public record DigestAnswer(DatabaseInfo database, String home, List<Differing> differing) {

    public DigestAnswer {
        differing = List.copyOf(differing);
    }

    /**
     * An object that may not be as it was captured.
     *
     * @param object its digest
     * @param why in one word
     */
    public record Differing(ObjectDigest object, String why) {}
}
