package dev.schemaguard.statements.mybatis;

import dev.schemaguard.input.Excerpt;
import dev.schemaguard.statements.mybatis.Part.Tag;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes one text of a statement, as MyBatis would where just some conditions are met. Each condition and branch has a number. */
final class Rendering {

    private static final Pattern VALUE = Pattern.compile("#\\{[^{}]*}");
    private static final Pattern LINES = Pattern.compile("\\s*\\n\\s*");
    private static final Pattern LITERAL = Pattern.compile("\\s*'([^'\\\\]*)'\\s*");
    private static final Pattern UNKNOWN = Pattern.compile("\\$\\{([^{}]*)}");

    /** Where a value stands, rather than a name: within a literal, or behind an operator or a word that takes a value. */
    private static final Pattern BEFORE_VALUE =
            Pattern.compile("(?is).*(?:[=<>]|\\b(?:like|limit|offset|interval|escape))\\s*");

    private static final int NEAR = 40;

    private static final int DEEPEST = 40;

    /** Fragments that include others twice make much of little. */
    private static final int MOST_TAGS = 20_000;

    private static final int LONGEST = 256 * 1024;

    private final Fragments fragments;
    private final Choice choice;
    private final Map<String, String> bound = new HashMap<>();
    private final Set<String> tests = new HashSet<>();
    private final Set<Integer> parts = new HashSet<>();
    private int conditions;
    private int branches;
    private int numbers;
    private int tags;

    /** What the place in the list is called that is gone through. */
    private Optional<String> index = Optional.empty();

    Rendering(Fragments fragments, Choice choice) {
        this(fragments, choice, Set.of());
    }

    /** With the tests that another text of the same statement has met. */
    Rendering(Fragments fragments, Choice choice, Set<String> tests) {
        this.fragments = fragments;
        this.choice = choice;
        this.tests.addAll(tests);
    }

    Set<String> tests() {
        return tests;
    }

    /** The text; can be asked for once. */
    String text(List<Part> statement) {
        String text = LINES.matcher(written(statement, fragments, 0, true)).replaceAll("\n");
        Matcher unknown = UNKNOWN.matcher(text);
        StringBuilder values = new StringBuilder();
        boolean quoted = false;
        int last = 0;
        while (unknown.find()) {
            String between = text.substring(last, unknown.start());
            quoted ^= between.chars().filter(c -> c == '\'').count() % 2 == 1;
            String near = text.substring(Math.max(0, unknown.start() - NEAR), unknown.start());
            if (!quoted && !BEFORE_VALUE.matcher(near).matches()) {
                throw new NotTold("it is put together when it is sent, of '${" + Excerpt.of(unknown.group(1)) + "}'");
            }
            unknown.appendReplacement(values, quoted ? "x" : "?");
            last = unknown.end();
        }
        return unknown.appendTail(values).toString().strip();
    }

    /** The numbers of what was written. */
    Set<Integer> parts() {
        return parts;
    }

    /** How many conditions there were. */
    int conditions() {
        return conditions;
    }

    /** How many branches that which chooses had at most. */
    int branches() {
        return branches;
    }

    /** What is not met is gone through, too, so that each thing has the same number in each text. */
    private String written(List<Part> some, Fragments known, int depth, boolean met) {
        if (depth > DEEPEST) {
            throw new NotTold("its fragments include one another more than " + DEEPEST + " deep");
        }
        StringBuilder text = new StringBuilder();
        for (Part part : some) {
            if (part instanceof Part.Text plain) {
                text.append(VALUE.matcher(Fragments.replaced(known.replaced(plain.text()), bound))
                        .replaceAll("?"));
            } else if (part instanceof Tag tag) {
                text.append(tag(tag, known, depth + 1, met));
            }
            if (text.length() > LONGEST) {
                throw new NotTold("it has more than " + LONGEST + " characters");
            }
        }
        return text.toString();
    }

    private String tag(Tag tag, Fragments known, int depth, boolean met) {
        if (++tags > MOST_TAGS) {
            throw new NotTold("it has more than " + MOST_TAGS + " tags, those of its fragments included");
        }
        return switch (tag.name()) {
            case "if" -> condition(tag, known, depth, met);
            case "choose" -> chosen(tag, known, depth, met);
            case "where" -> new Trimming("WHERE", "", "AND |OR ", "").of(written(tag.parts(), known, depth, met));
            case "set" -> new Trimming("SET", "", ",", ",").of(written(tag.parts(), known, depth, met));
            case "trim" -> Trimming.by(tag, known).of(written(tag.parts(), known, depth, met));
            case "foreach" -> listed(tag, known, depth, met);
            case "include" -> {
                Tag fragment = known.included(tag)
                        .orElseThrow(() -> new NotTold("it includes '"
                                + Excerpt.of(tag.attribute("refid").orElse("")) + "', which none of the files has"));
                yield written(fragment.parts(), known.with(tag), depth, met);
            }
            case "bind" -> bound(tag, met);
            case "selectKey", "property" -> "";
            default -> throw new NotTold("it has a tag <" + Excerpt.of(tag.name()) + ">, which is not known");
        };
    }

    /** A list of one: what asks for the place in the list ({@code index > 0}) is there to part one from the next. */
    private String listed(Tag tag, Fragments known, int depth, boolean met) {
        Optional<String> outer = index;
        index = tag.attribute("index").or(() -> outer);
        String text = written(tag.parts(), known, depth, met);
        index = outer;
        return " " + known.replaced(tag.attribute("open").orElse(""))
                + text
                + known.replaced(tag.attribute("close").orElse("")) + " ";
    }

    private boolean asksForPlace(Tag condition) {
        String test = condition.attribute("test").orElse("");
        return index.filter(name -> Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                        .matcher(test)
                        .find())
                .isPresent();
    }

    /** Of two tests that say the opposite of one another, the texts with all conditions met take one each. */
    private boolean isExcluded(String test) {
        String own = test.replaceAll("\\s+", "");
        String opposite = own.contains("!=") ? own.replace("!=", "==") : own.replace("==", "!=");
        tests.add(own);
        if (!choice.all() || own.equals(opposite) || !tests.contains(opposite)) {
            return false;
        }
        branches = Math.max(branches, 2);
        return choice.branch() == 0 || own.contains("!=");
    }

    /** Of the expressions that give a name its value only literals are understood. */
    private String bound(Tag tag, boolean met) {
        Matcher literal = LITERAL.matcher(tag.attribute("value").orElse(""));
        if (met && literal.matches()) {
            bound.put(tag.attribute("name").orElse(""), literal.group(1));
        }
        return "";
    }

    private String condition(Tag tag, Fragments known, int depth, boolean met) {
        if (asksForPlace(tag)) {
            return "";
        }
        boolean own =
                choice.meets(conditions++) && !isExcluded(tag.attribute("test").orElse(""));
        int number = numbers++;
        String text = written(tag.parts(), known, depth, met && own);
        if (met && own) {
            parts.add(number);
        }
        return own ? text : "";
    }

    private String chosen(Tag tag, Fragments known, int depth, boolean met) {
        List<Tag> offered = tag.tags();
        if (offered.stream().anyMatch(this::asksForPlace)) {
            return "";
        }
        branches = Math.max(branches, offered.size());
        int wanted = choice.branch(offered.size());
        String text = "";
        for (int i = 0; i < offered.size(); i++) {
            boolean own = i == wanted && (choice.branch() != Choice.NO_BRANCH || isOtherwise(offered.get(i)));
            int number = numbers++;
            String written = written(offered.get(i).parts(), known, depth, met && own);
            if (met && own) {
                parts.add(number);
            }
            text = own ? written : text;
        }
        return text;
    }

    private static boolean isOtherwise(Tag tag) {
        return tag.name().equals("otherwise");
    }

    /**
     * Which conditions are met.
     *
     * @param all whether all are
     * @param one the only one that is, where not all are; less than nought for none
     * @param branch which branch is taken of what chooses, or its last one where it has fewer
     */
    record Choice(boolean all, int one, int branch) {

        static final int NO_BRANCH = -1;

        static Choice all(int branch) {
            return new Choice(true, -1, branch);
        }

        static Choice none() {
            return new Choice(false, -1, NO_BRANCH);
        }

        static Choice only(int condition) {
            return new Choice(false, condition, NO_BRANCH);
        }

        boolean meets(int condition) {
            return all || condition == one;
        }

        int branch(int offered) {
            return branch == NO_BRANCH ? offered - 1 : Math.min(branch, offered - 1);
        }
    }

    /** A text cannot be told before it is sent. */
    static final class NotTold extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String reason;

        NotTold(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }
}
