package dev.schemaguard.database.mysql.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A part of an expression in its normal spelling, which can be said the other way round as the server does it. */
sealed interface Term {

    /** Its normal spelling. */
    String text();

    /** What NOT makes of it: the server carries NOT inwards until none is left. */
    Term negated();

    /** The same where a truth is asked for: the server prints that a number is not 0. */
    Term asTruth();

    /**
     * Something that is no comparison.
     *
     * @param text its spelling
     */
    record Value(String text) implements Term {

        @Override
        public Term negated() {
            return new Test("(" + text + " = 0)", "(" + text + " <> 0)");
        }

        @Override
        public Term asTruth() {
            return negated().negated();
        }
    }

    /**
     * Something that is true, false or null.
     *
     * @param text its spelling
     * @param opposite that of its opposite
     */
    record Test(String text, String opposite) implements Term {

        @Override
        public Test negated() {
            return new Test(/* text= */ opposite, /* opposite= */ text);
        }

        @Override
        public Test asTruth() {
            return this;
        }
    }

    /**
     * A chain of AND or OR, flat however its links were grouped.
     *
     * @param link the word between its parts
     * @param parts at least two
     */
    record Chain(String link, List<Term> parts) implements Term {

        static Chain of(String link, Term left, Term right) {
            List<Term> parts = new ArrayList<>();
            for (Term side : List.of(left.asTruth(), right.asTruth())) {
                if (side instanceof Chain chain && chain.link.equals(link)) {
                    parts.addAll(chain.parts);
                } else {
                    parts.add(side);
                }
            }
            return new Chain(link, List.copyOf(parts));
        }

        @Override
        public String text() {
            return parts.stream().map(Term::text).collect(Collectors.joining(" " + link + " ", "(", ")"));
        }

        @Override
        public Chain negated() {
            return new Chain(
                    link.equals("and") ? "or" : "and",
                    parts.stream().map(Term::negated).toList());
        }

        @Override
        public Chain asTruth() {
            return this;
        }
    }
}
