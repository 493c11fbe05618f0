package dev.schemaguard.source.ddl;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The version in the name of a migration: {@code 1.2.10} comes behind {@code 1.2.9}, and {@code 1.0} is {@code 1}.
 *
 * @param parts the numbers, the most significant one first, without zeros at the end
 */
record MigrationVersion(List<BigInteger> parts) implements Comparable<MigrationVersion> {

    MigrationVersion {
        parts = List.copyOf(parts);
    }

    /** The version of a text of numbers, dots and underscores. */
    static MigrationVersion of(String text) {
        List<BigInteger> parts = new ArrayList<>();
        for (String part : text.split("[._]", -1)) {
            if (!part.isEmpty()) {
                parts.add(new BigInteger(part));
            }
        }
        while (!parts.isEmpty() && parts.get(parts.size() - 1).signum() == 0) {
            parts.remove(parts.size() - 1);
        }
        return new MigrationVersion(parts);
    }

    @Override
    public int compareTo(MigrationVersion other) {
        int common = Math.min(parts.size(), other.parts.size());
        for (int i = 0; i < common; i++) {
            int order = parts.get(i).compareTo(other.parts.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(parts.size(), other.parts.size());
    }
}
