package dev.schemaguard.inspect;

/** Keeps one copy of each text: {@code id}, {@code created_at} and {@code now()} recur in every table of thousands. */
public final class TextPool {

    private String[] slots = new String[16];
    private int size;

    /** The part of a text, without a new copy where it is known. */
    public String text(String whole, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + whole.charAt(i);
        }
        int slot = slot(hash);
        while (slots[slot] != null) {
            if (slots[slot].length() == end - start && whole.startsWith(slots[slot], start)) {
                return slots[slot];
            }
            slot = slot + 1 & slots.length - 1;
        }
        String name = whole.substring(start, end);
        slots[slot] = name;
        if (++size > slots.length / 2) {
            grow();
        }
        return name;
    }

    private void grow() {
        String[] old = slots;
        slots = new String[old.length * 2];
        for (String name : old) {
            if (name != null) {
                int slot = slot(name.hashCode());
                while (slots[slot] != null) {
                    slot = slot + 1 & slots.length - 1;
                }
                slots[slot] = name;
            }
        }
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 16) & slots.length - 1;
    }
}
