package dev.schemaguard.drift;

import dev.schemaguard.model.StatementKind;

/** What a drift does to each kind of statement. */
public record Impact(Effect select, Effect insert, Effect update, Effect delete, Effect upsert) {

    /** Every statement works. */
    public static final Impact NONE = new Impact(Effect.WORKS, Effect.WORKS, Effect.WORKS, Effect.WORKS, Effect.WORKS);

    /** Every statement meets the same effect. */
    public static Impact onEverything(Effect effect) {
        return new Impact(effect, effect, effect, effect, effect);
    }

    /** Statements that write a value meet the effect: insert, update, upsert. */
    public static Impact onWrites(Effect effect) {
        return new Impact(Effect.WORKS, effect, effect, Effect.WORKS, effect);
    }

    /** Statements that add a row meet the effect: insert, upsert. */
    public static Impact onInserts(Effect effect) {
        return new Impact(Effect.WORKS, effect, Effect.WORKS, Effect.WORKS, effect);
    }

    /** Statements that read a value meet the effect. */
    public static Impact onReads(Effect effect) {
        return new Impact(effect, Effect.WORKS, Effect.WORKS, Effect.WORKS, Effect.WORKS);
    }

    /** The effect on one kind of statement. */
    public Effect on(StatementKind kind) {
        return switch (kind) {
            case SELECT -> select;
            case INSERT -> insert;
            case UPDATE -> update;
            case DELETE -> delete;
            case UPSERT -> upsert;
        };
    }

    /** The same with another effect on one kind of statement. */
    public Impact with(StatementKind kind, Effect effect) {
        return new Impact(
                kind == StatementKind.SELECT ? effect : select,
                kind == StatementKind.INSERT ? effect : insert,
                kind == StatementKind.UPDATE ? effect : update,
                kind == StatementKind.DELETE ? effect : delete,
                kind == StatementKind.UPSERT ? effect : upsert);
    }
}
