package dev.schemaguard.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Texts in UTF-8. Bytes that are none must not become characters: two names would be one. */
public final class Utf8 {

    private static final int SIZE = 8192;

    private Utf8() {}

    /**
     * The characters of a stream. Where bytes are no UTF-8, reading throws a {@link CharacterCodingException}; where they are
     * is told by {@link #malformed}.
     */
    public static Reader reader(InputStream stream) {
        return new InputStreamReader(stream, decoder());
    }

    /** The text of these bytes. */
    static String text(byte[] bytes) throws CharacterCodingException {
        return decoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    /**
     * The exception for a text that is not in UTF-8, with the place.
     *
     * @param again the text from its beginning
     * @throws IOException if it cannot be read
     */
    public static InputException malformed(InputStream again) throws IOException {
        Place place = new Place();
        CharsetDecoder decoder = decoder();
        ByteBuffer bytes = ByteBuffer.allocate(SIZE);
        CharBuffer characters = CharBuffer.allocate(SIZE);
        boolean end = false;
        while (true) {
            int count = end ? -1 : again.read(bytes.array(), bytes.position(), bytes.remaining());
            end = count < 0;
            bytes.position(bytes.position() + Math.max(0, count)).flip();
            CoderResult result = decoder.decode(bytes, characters, end);
            place.pass(characters.flip());
            characters.clear();
            bytes.compact();
            if (result.isError() || end && !result.isOverflow()) {
                return InputException.malformed(place.line, place.column);
            }
        }
    }

    private static CharsetDecoder decoder() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** How far a text was read. */
    private static final class Place {

        private int line = 1;
        private int column = 1;

        void pass(CharBuffer characters) {
            while (characters.hasRemaining()) {
                if (characters.get() == '\n') {
                    line++;
                    column = 1;
                } else {
                    column++;
                }
            }
        }
    }
}
