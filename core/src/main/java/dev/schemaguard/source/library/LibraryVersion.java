package dev.schemaguard.source.library;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a library, by the numbers in it: what follows them, such as {@code -RC1} or {@code .Final}, changes no schema.
 *
 * @param numbers the numbers from the left; none where it is no version
 */
record LibraryVersion(List<Integer> numbers) implements Comparable<LibraryVersion> {

    private static final Pattern NUMBERS = Pattern.compile("([0-9]{1,6})(?:\\.|(?![0-9]))");

    LibraryVersion {
        numbers = List.copyOf(numbers);
    }

    /** The version that a text begins with. */
    static LibraryVersion of(String text) {
        List<Integer> numbers = new ArrayList<>();
        Matcher number = NUMBERS.matcher(text);
        while (number.lookingAt()) {
            numbers.add(Integer.valueOf(number.group(1)));
            number.region(number.end(), text.length());
        }
        return new LibraryVersion(numbers);
    }

    boolean isKnown() {
        return !numbers.isEmpty();
    }

    /** A number that is not written is zero: 5 is 5.0. */
    @Override
    public int compareTo(LibraryVersion other) {
        for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
            int order = Integer.compare(at(i), other.at(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private int at(int place) {
        return place < numbers.size() ? numbers.get(place) : 0;
    }
}
