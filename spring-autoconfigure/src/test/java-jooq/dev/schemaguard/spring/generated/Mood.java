package dev.schemaguard.spring.generated;

import org.jooq.EnumType;
import org.jooq.Schema;

public enum Mood implements EnumType {
    GOOD("good"),
    BAD("bad");

    private final String literal;

    Mood(String literal) {
        this.literal = literal;
    }

    @Override
    public Schema getSchema() {
        return Public.PUBLIC;
    }

    @Override
    public String getName() {
        return "mood";
    }

    @Override
    public String getLiteral() {
        return literal;
    }
}
