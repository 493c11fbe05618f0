package dev.schemaguard.model;

/**
 * Where an expectation says something: a file and line, a class and member, or a snapshot.
 *
 * @param location a file name, {@code com.acme.Post#quality} or the like; empty where the place is not known
 * @param line the line in that file, from 1 on; 0 where a line makes no sense
 */
public record Origin(String location, int line) implements Comparable<Origin> {

    /** The origin of facts that nobody wrote down, such as those of a live database. */
    public static final Origin NONE = new Origin("", 0);

    public Origin {
        if (line < 0) {
            throw new IllegalArgumentException("line was " + line + ", the first line is 1");
        }
    }

    /** A place without lines. */
    public static Origin of(String location) {
        return new Origin(location, 0);
    }

    /** A line of a file. */
    public static Origin of(String location, int line) {
        return new Origin(location, line);
    }

    /** Whether the place is known. */
    public boolean isKnown() {
        return !location.isEmpty();
    }

    @Override
    public int compareTo(Origin other) {
        int order = location.compareTo(other.location);
        return order != 0 ? order : Integer.compare(line, other.line);
    }

    /** The place for people: {@code V7__quality.sql:3}. */
    @Override
    public String toString() {
        return line == 0 ? location : location + ":" + line;
    }
}
