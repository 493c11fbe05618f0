package dev.schemaguard.statements.mybatis;

import dev.schemaguard.statements.mybatis.Part.Tag;
import dev.schemaguard.statements.mybatis.Rendering.Choice;
import dev.schemaguard.statements.mybatis.Rendering.NotTold;
import dev.schemaguard.statements.reading.Variant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The texts of a statement: with all its conditions met, once for each branch of what chooses; with none met; and with each met alone.
 * All of its parts are in one of the first, and those that come first are kept where there would be too many.
 */
final class Variants {

    private static final int MOST = 32;

    private final Tag statement;
    private final Fragments fragments;

    Variants(Tag statement, Fragments fragments) {
        this.statement = statement;
        this.fragments = fragments;
    }

    List<Variant> texts() {
        Rendering first = new Rendering(fragments, Choice.all(0));
        Map<String, Variant> texts = new LinkedHashMap<>();
        add(first, texts);
        for (int branch = 1; branch < first.branches() && texts.size() < MOST; branch++) {
            add(new Rendering(fragments, Choice.all(branch), first.tests()), texts);
        }
        if (first.conditions() > 0 || first.branches() > 0) {
            add(new Rendering(fragments, Choice.none()), texts);
        }
        for (int condition = 0; condition < first.conditions() && texts.size() < MOST; condition++) {
            add(new Rendering(fragments, Choice.only(condition)), texts);
        }
        return List.copyOf(texts.values());
    }

    private void add(Rendering rendering, Map<String, Variant> texts) {
        Variant variant;
        try {
            String text = rendering.text(statement.parts());
            variant = new Variant(text, rendering.parts(), text.isBlank() ? "it has no text" : "");
        } catch (NotTold e) {
            variant = new Variant("", rendering.parts(), e.reason());
        }
        texts.merge(variant.text() + variant.problem(), variant, Variants::both);
    }

    private static Variant both(Variant one, Variant other) {
        Set<Integer> parts = new HashSet<>(one.parts());
        parts.addAll(other.parts());
        return new Variant(one.text(), parts, one.problem());
    }
}
