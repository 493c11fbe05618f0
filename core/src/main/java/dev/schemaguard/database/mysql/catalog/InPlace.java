package dev.schemaguard.database.mysql.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * Things that come with their place, nearly always in order, so that sorting them again would be most of the work.
 *
 * @param <T> what they are
 */
final class InPlace<T> {

    private final List<T> things = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();

    /** Takes one, in place of whatever is there. */
    void put(int place, T thing) {
        int at = places.size();
        while (at > 0 && places.get(at - 1) > place) {
            at--;
        }
        if (at > 0 && places.get(at - 1) == place) {
            things.set(at - 1, thing);
        } else {
            places.add(at, place);
            things.add(at, thing);
        }
    }

    /** All of them, in order. */
    List<T> all() {
        return things;
    }
}
