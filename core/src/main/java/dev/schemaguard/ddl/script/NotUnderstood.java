package dev.schemaguard.ddl.script;

import dev.schemaguard.input.Excerpt;

/** Says within this room that a reader cannot read a statement; it never leaves the room. */
public final class NotUnderstood extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what was not understood.
     *
     * @param what for people, without the content of literals
     */
    public NotUnderstood(String what) {
        super(Excerpt.of(Holes.shown(what), 300), null, false, false);
    }
}
