package dev.schemaguard.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The version in the name of a migration: {@code 1.2.10} comes behind {@code 1.2.9}, and {@code 1.0} is {@code 1}.
 *
 * @param parts the numbers, the most significant one first; without zeros before a number and without such numbers at the end
 */
public record MigrationVersion(List<String> parts) implements Comparable<MigrationVersion> {

    /** Copies the list. */
    public MigrationVersion {
        parts = List.copyOf(parts);
    }

    /** The version of a text with numbers in it; whatever stands between them parts them. */
    public static MigrationVersion of(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : text.split("\\D+", -1)) {
            if (!part.isEmpty()) {
                parts.add(part.replaceFirst("^0+", ""));
            }
        }
        while (!parts.isEmpty() && parts.get(parts.size() - 1).isEmpty()) {
            parts.remove(parts.size() - 1);
        }
        return new MigrationVersion(parts);
    }

    @Override
    public int compareTo(MigrationVersion other) {
        int common = Math.min(parts.size(), other.parts.size());
        for (int i = 0; i < common; i++) {
            int order = compare(parts.get(i), other.parts.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(parts.size(), other.parts.size());
    }

    /** Numbers can be longer than any number type; the longer one is the greater one. */
    private static int compare(String one, String other) {
        int order = Integer.compare(one.length(), other.length());
        return order != 0 ? order : one.compareTo(other);
    }
}
