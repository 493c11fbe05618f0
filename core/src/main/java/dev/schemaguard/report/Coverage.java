package dev.schemaguard.report;

import dev.schemaguard.model.Family;
import dev.schemaguard.model.Gap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * How much a check looked at.
 *
 * @param tablesExpected how many tables the expectations name
 * @param tablesChecked how many of them were found and compared
 * @param columnsChecked how many of their columns were found and compared
 * @param tablesNotFollowed how many of those expected were forgotten, for a statement that could not be read may have changed
 *     them in any way
 * @param notReadable what the expectations hold but could not be read
 * @param notKnown what the expectations leave open of single objects
 * @param notLookedAt the families of facts that nobody knows how to look at in such a database
 * @param statements what is known of the release's statements, as far as it was read
 * @param compared the schemas that were compared, for a page that shows all of them; empty unless the check was to keep them
 * @param byDigests how much of it the database told by digests
 * @param libraries what is known of the tables of libraries, which are not counted with those above
 */
public record Coverage(
        int tablesExpected,
        int tablesChecked,
        int columnsChecked,
        int tablesNotFollowed,
        List<Gap> notReadable,
        List<NotKnown> notKnown,
        Set<Family> notLookedAt,
        List<StatementCoverage> statements,
        List<ComparedSchemas> compared,
        DigestCoverage byDigests,
        List<LibraryCoverage> libraries) {

    /** Nothing was looked at. */
    public static final Coverage NOTHING = new Coverage(0, 0, 0, List.of());

    public Coverage {
        notReadable = List.copyOf(notReadable);
        notKnown = List.copyOf(notKnown);
        notLookedAt = Set.copyOf(notLookedAt);
        statements = List.copyOf(statements);
        compared = List.copyOf(compared);
        Objects.requireNonNull(byDigests, "byDigests");
        libraries = List.copyOf(libraries);
    }

    /** How much a check looked at in a database of which everything can be looked at. */
    public Coverage(
            int tablesExpected,
            int tablesChecked,
            int columnsChecked,
            int tablesNotFollowed,
            List<Gap> notReadable,
            List<NotKnown> notKnown,
            List<ComparedSchemas> compared) {
        this(
                tablesExpected,
                tablesChecked,
                columnsChecked,
                tablesNotFollowed,
                notReadable,
                notKnown,
                Set.of(),
                List.of(),
                compared,
                DigestCoverage.NONE,
                List.of());
    }

    /** How much a check looked at that followed all tables, knew all of them and did not keep the schemas. */
    public Coverage(int tablesExpected, int tablesChecked, int columnsChecked, List<Gap> notReadable) {
        this(tablesExpected, tablesChecked, columnsChecked, 0, notReadable, List.of(), List.of());
    }
}
