package dev.schemaguard.database.postgres.sync;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * All that a database has at one moment, but for rows, values of sequences and large objects, which a running release changes all
 * the time. Objects are known by their numbers, so that one that was dropped and made anew has gone.
 */
public final class CatalogPicture {

    private static final int ROWS_AT_ONCE = 5_000;
    private static final int LONGEST_KEPT = 64;
    private static final int MOST_TOLD = 10;

    private final Map<String, Seen> objects = new LinkedHashMap<>();

    private CatalogPicture() {}

    /**
     * An object.
     *
     * @param name its name for people
     * @param facts all that must stay as it is, or a digest of it
     */
    private record Seen(String name, String facts) {}

    /**
     * Looks at the whole database. The path of the session must lead to {@code pg_catalog} only, so that every operator and
     * function is the server's.
     */
    public static CatalogPicture of(Connection connection) throws SQLException {
        CatalogPicture picture = new CatalogPicture();
        look(connection, picture.objects::put);
        return picture;
    }

    /**
     * Looks again, under the same condition, and tells what is gone or another now, for people; empty where all is as it was. What
     * was added is no concern.
     */
    public List<String> lostIn(Connection connection) throws SQLException {
        Map<String, Seen> gone = new LinkedHashMap<>(objects);
        List<String> lost = new ArrayList<>();
        look(connection, (key, after) -> {
            Seen before = gone.remove(key);
            if (before != null && !before.facts().equals(after.facts())) {
                lost.add(before.name() + " is not what it was");
            }
        });
        gone.values().forEach(before -> lost.add(before.name() + " is gone"));
        return lost.size() <= MOST_TOLD ? lost : cut(lost);
    }

    private static void look(Connection connection, BiConsumer<String, Seen> each) throws SQLException {
        MessageDigest digest = sha256();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet row = statement.executeQuery(CatalogPictureSql.ALL)) {
                while (row.next()) {
                    String kind = row.getString(1);
                    each.accept(
                            kind + " " + row.getString(2),
                            new Seen(kind + " " + row.getString(3), shortened(row.getString(4), digest)));
                }
            }
        }
    }

    private static String shortened(String facts, MessageDigest digest) {
        return facts.length() <= LONGEST_KEPT
                ? facts
                : HexFormat.of().formatHex(digest.digest(facts.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static List<String> cut(List<String> lost) {
        List<String> first = new ArrayList<>(lost.subList(0, MOST_TOLD));
        first.add("and " + (lost.size() - MOST_TOLD) + " more");
        return first;
    }
}
