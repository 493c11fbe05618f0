package dev.schemaguard.ddl.script;

/** As much of a token's text as there is room for. */
final class KeptText {

    private final StringBuilder text = new StringBuilder();
    private int room;

    /** Begins a token. */
    void begin(int newRoom) {
        text.setLength(0);
        room = newRoom;
    }

    /** Consumes the next character and keeps it if there is room. */
    int take(CharStream in) {
        int c = in.read();
        if (c != CharStream.END && text.length() < room) {
            text.append((char) c);
        }
        return c;
    }

    /** What was kept. */
    String text() {
        return text.toString();
    }
}
