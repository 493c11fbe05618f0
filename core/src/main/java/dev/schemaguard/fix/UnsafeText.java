package dev.schemaguard.fix;

/** A text of an expectation or a catalog that is not written into SQL, for nobody can say that it would stay what it claims to be. */
public final class UnsafeText extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 80;

    private final String reason;

    /**
     * Of a text.
     *
     * @param what what it is given as, such as {@code default}
     * @param text the text
     * @param reason what is wrong with it
     */
    public UnsafeText(String what, String text, String reason) {
        this("the " + what + " `" + shown(text) + "` is not written into SQL: " + reason);
    }

    private UnsafeText(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    /** Why there is no statement. */
    public String reason() {
        return reason;
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
