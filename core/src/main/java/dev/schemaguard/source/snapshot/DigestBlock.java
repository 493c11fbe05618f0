package dev.schemaguard.source.snapshot;

import dev.schemaguard.inspect.ObjectDigest;
import dev.schemaguard.inspect.ObjectDigest.Kind;
import dev.schemaguard.inspect.TableDigests;
import dev.schemaguard.model.ObjectName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The digests at the end of a snapshot, and the lines that they take. They lie behind the facts and say which facts they are of
 * by a CRC-32 over all bytes before them, so that they are read without the facts being understood, and so that whoever edits or
 * merges facts by hand leaves digests behind that nobody takes for theirs. JSON as all of the file; but read line by line, since a
 * start reads nothing else, and whatever was laid out otherwise is not taken for digests.
 *
 * @param dialect the kind of database that made them
 * @param versions the digests by major version, each of the same objects in the same order
 */
record DigestBlock(String dialect, List<TableDigests> versions) {

    /** At the beginning of a line only a field of the outermost object stands so, for texts of JSON hold no line breaks. */
    private static final String BEGIN = "\n  \"digests\": {\n";

    private static final String CRC = "    \"crc32\": \"";
    private static final String DIALECT = "    \"dialect\": \"";
    private static final String VERSIONS = "    \"majorVersions\": [";
    private static final String OBJECTS = "    \"objects\": [";
    private static final String END = "    ]\n  }\n}\n";

    DigestBlock {
        versions = List.copyOf(versions);
    }

    /** The snapshot with the digests; without them where it could not hold them. */
    String addedTo(String snapshot) {
        boolean plain =
                versions.stream().flatMap(version -> version.objects().stream()).allMatch(DigestBlock::isPlain);
        if (!snapshot.endsWith("\n}\n") || versions.isEmpty() || !plain) {
            return snapshot;
        }
        String facts = snapshot.substring(0, snapshot.length() - "\n}\n".length()) + ",";
        byte[] bytes = facts.getBytes(StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder(facts).append(BEGIN);
        text.append(CRC).append(crc(bytes, bytes.length)).append("\",\n");
        text.append(DIALECT).append(dialect).append("\",\n");
        text.append(VERSIONS)
                .append(String.join(
                        ", ",
                        versions.stream()
                                .map(one -> String.valueOf(one.majorVersion()))
                                .toList()))
                .append("],\n");
        text.append(OBJECTS).append('\n');
        int count = versions.get(0).objects().size();
        for (int i = 0; i < count; i++) {
            line(text, i);
            text.append(i + 1 < count ? ",\n" : "\n");
        }
        return text.append(END).toString();
    }

    /** A snapshot without what stands behind its facts. */
    static String leftOutOf(String snapshot) {
        int begin = snapshot.lastIndexOf("," + BEGIN);
        return begin < 0 ? snapshot : snapshot.substring(0, begin) + "\n}\n";
    }

    private void line(StringBuilder text, int place) {
        ObjectDigest object = versions.get(0).objects().get(place);
        text.append("      [\"").append(object.kind().name().toLowerCase(Locale.ROOT));
        text.append("\", \"").append(object.name().schema());
        text.append("\", \"").append(object.name().name());
        text.append("\", \"").append(object.columns());
        versions.forEach(version ->
                text.append("\", \"").append(version.objects().get(place).digest()));
        text.append("\"]");
    }

    /** Whether a name stands in JSON, and in this block, as it is. */
    private static boolean isPlain(ObjectDigest object) {
        return isPlain(object.name().schema()) && isPlain(object.name().name());
    }

    private static boolean isPlain(String name) {
        return name.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_$ -.".indexOf(c) >= 0);
    }

    private static String crc(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        String digits = Long.toHexString(crc.getValue());
        return "0".repeat(8 - digits.length()) + digits;
    }

    /**
     * What stands at the end of a snapshot; empty where there are no digests.
     *
     * @param text the bytes of the snapshot
     * @throws IllegalArgumentException if the digests are not those of the facts before them, or not as they were written
     */
    static Optional<DigestBlock> read(byte[] text) {
        // As characters of one byte each, among which a text's own methods look faster than a loop that a start runs
        // for the first time.
        String bytes = new String(text, StandardCharsets.ISO_8859_1);
        byte[] snapshot = text;
        if (bytes.indexOf('\r') >= 0) {
            // Whatever a checkout made of the ends of lines.
            bytes = bytes.replace("\r\n", "\n");
            snapshot = bytes.getBytes(StandardCharsets.ISO_8859_1);
        }
        int facts = bytes.lastIndexOf(BEGIN);
        if (facts < 0) {
            return Optional.empty();
        }
        String block = new String(snapshot, facts, snapshot.length - facts, StandardCharsets.UTF_8);
        Lines lines = new Lines(block.substring(BEGIN.length()));
        if (!lines.between(CRC, "\",").equals(crc(snapshot, facts))) {
            throw new IllegalArgumentException(
                    "they are not of the facts before them, which somebody edited or merged");
        }
        String dialect = lines.between(DIALECT, "\",");
        List<Integer> majors = new ArrayList<>();
        for (String major : lines.between(VERSIONS, "],").split(", ", -1)) {
            majors.add(Integer.valueOf(major));
        }
        lines.between(OBJECTS, "");
        List<List<ObjectDigest>> digests = new ArrayList<>();
        for (int i = 0; i < majors.size(); i++) {
            digests.add(new ArrayList<>());
        }
        for (boolean more = true; more; ) {
            more = object(lines.next(), digests);
        }
        if (!lines.rest().equals(END)) {
            throw new IllegalArgumentException("they are not laid out as they were written");
        }
        List<TableDigests> versions = new ArrayList<>();
        for (int i = 0; i < majors.size(); i++) {
            versions.add(new TableDigests(majors.get(i), digests.get(i)));
        }
        return Optional.of(new DigestBlock(dialect, versions));
    }

    /** Reads the line of an object, and tells whether another one follows. */
    private static boolean object(String line, List<List<ObjectDigest>> digests) {
        boolean more = line.endsWith(",");
        String[] parts =
                line.substring(0, more ? line.length() - 1 : line.length()).split("\"", -1);
        if (parts.length != 9 + 2 * digests.size()
                || !parts[0].equals("      [")
                || !parts[parts.length - 1].equals("]")) {
            throw new IllegalArgumentException("they are not laid out as they were written");
        }
        Kind kind = Kind.valueOf(parts[1].toUpperCase(Locale.ROOT));
        ObjectDigest object = new ObjectDigest(kind, ObjectName.of(parts[3], parts[5]), Integer.parseInt(parts[7]), "");
        for (int i = 0; i < digests.size(); i++) {
            digests.get(i).add(object.with(parts[9 + 2 * i]));
        }
        return more;
    }

    /** The lines of the block, one after the other. */
    private static final class Lines {

        private final String text;
        private int at;

        Lines(String text) {
            this.text = text;
        }

        String next() {
            int end = text.indexOf('\n', at);
            if (end < 0) {
                throw new IllegalArgumentException("they end too early");
            }
            String line = text.substring(at, end);
            at = end + 1;
            return line;
        }

        /** What stands in the next line between its beginning and its end. */
        String between(String beginning, String end) {
            String start = beginning.strip();
            String line = next().strip();
            if (!line.startsWith(start) || !line.endsWith(end)) {
                throw new IllegalArgumentException("they are not laid out as they were written");
            }
            return line.substring(start.length(), line.length() - end.length());
        }

        String rest() {
            return text.substring(at);
        }
    }
}
