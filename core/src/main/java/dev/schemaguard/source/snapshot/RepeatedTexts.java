package dev.schemaguard.source.snapshot;

/**
 * Gives one and the same text for equal characters, so that the few names and types of which a snapshot repeats thousands are
 * held once.
 */
final class RepeatedTexts {

    /** A longer text is hardly ever repeated. */
    private static final int LONGEST = 64;

    /** How many places are tried, so that texts chosen to collide cost no more than being created anew. */
    private static final int MOST_PROBES = 8;

    private String[] texts = new String[1024];
    private int size;
    private boolean metNul;

    /** The text of these characters. */
    public String text(char[] characters, int offset, int length) {
        if (length > LONGEST) {
            return created(characters, offset, length);
        }
        int hash = 0;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + characters[i];
        }
        for (int probe = 0; probe < MOST_PROBES; probe++) {
            int slot = slot(hash, probe);
            String text = texts[slot];
            if (text == null) {
                text = created(characters, offset, length);
                texts[slot] = text;
                growIfCrowded();
                return text;
            }
            if (isEqual(text, characters, offset, length)) {
                return text;
            }
        }
        return created(characters, offset, length);
    }

    /** Whether a NUL character was in one of the texts. Only those are looked through that were not there before. */
    boolean metNul() {
        return metNul;
    }

    private String created(char[] characters, int offset, int length) {
        String text = new String(characters, offset, length);
        metNul |= text.indexOf(0) >= 0;
        return text;
    }

    private int slot(int hash, int probe) {
        return ((hash ^ hash >>> 16) + probe) & (texts.length - 1);
    }

    private static boolean isEqual(String text, char[] characters, int offset, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != characters[offset + i]) {
                return false;
            }
        }
        return true;
    }

    private void growIfCrowded() {
        if (++size < texts.length / 2) {
            return;
        }
        String[] old = texts;
        texts = new String[2 * old.length];
        for (String text : old) {
            if (text != null) {
                place(text);
            }
        }
    }

    /** The text has the hash by which it was found before: that of {@link String#hashCode()}. */
    private void place(String text) {
        for (int probe = 0; probe < MOST_PROBES; probe++) {
            int slot = slot(text.hashCode(), probe);
            if (texts[slot] == null) {
                texts[slot] = text;
                return;
            }
        }
    }
}
