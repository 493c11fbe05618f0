package dev.schemaguard.input;

import java.io.IOException;

/** A file that is not what it should be, whatever stands in it. Its message says why; where the file is, the caller knows. */
public final class InputException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String remedy;

    private InputException(String reason, int line, String remedy) {
        super(reason);
        this.line = line;
        this.remedy = remedy;
    }

    static InputException notAFile(boolean folder) {
        return folder
                ? new InputException("is a folder", 0, "name a file in it")
                : new InputException(
                        "is no ordinary file but a pipe or a device, which may have no end",
                        0,
                        "write what it gives into a file, and name that");
    }

    static InputException tooLong(long most) {
        return new InputException(
                "is longer than " + spoken(most) + ", more than is ever read of such a file",
                0,
                "check that it is the file that was meant");
    }

    static InputException malformed(int line, int column) {
        return new InputException(
                "is not a text in UTF-8: the bytes at column " + column + " of line " + line + " are none",
                line,
                "save it as UTF-8");
    }

    private static String spoken(long bytes) {
        return bytes >= 1 << 20 ? (bytes >> 20) + " MB" : (bytes >> 10) + " KB";
    }

    /** The line on which it is, from 1 on; 0 where it is about the file as a whole. */
    public int line() {
        return line;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
