package dev.schemaguard.policy;

import dev.schemaguard.drift.AccessDrift;
import dev.schemaguard.drift.ColumnDrift;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.TableDrift;
import dev.schemaguard.model.MigrationHistory;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What helps to understand or cure a finding: what somebody may have meant, where it is instead, where the expectation adds
 * it, and whether that ran.
 *
 * @param live what the database has of what was looked for
 * @param directory the names of all tables of the database, if they were asked for
 * @param histories what migration tools ran in the database, if they were asked for
 * @param policies where the database lists whom row security lets through; empty where that is not known
 * @param searchPath what the database calls the list of schemas in which names are looked for; empty where it has none
 */
public record Hints(
        Schema live, List<ObjectName> directory, List<MigrationHistory> histories, String policies, String searchPath) {

    public Hints {
        directory = List.copyOf(directory);
        histories = List.copyOf(histories);
    }

    /** The same of a database of which it is not known what it calls its lists. */
    public Hints(Schema live, List<ObjectName> directory, List<MigrationHistory> histories) {
        this(live, directory, histories, "", "");
    }

    /** Whether the names of all tables would help with one of these drifts. */
    public static boolean needDirectory(List<Drift> drifts) {
        return drifts.stream().anyMatch(TableDrift.MissingTable.class::isInstance);
    }

    /** Whether it would help to know which migrations ran. */
    public static boolean needHistories(List<Drift> drifts) {
        return drifts.stream().anyMatch(drift -> isScript(drift.origin()));
    }

    /** Whether a history says that the migration with this origin ran here to its end. */
    public boolean ran(Origin origin) {
        return new HistoryHints(histories).ran(origin);
    }

    /** The finding with all that helps with it, behind the hint that it has. */
    public Finding addTo(Finding finding) {
        List<String> hints =
                Stream.concat(finding.hint().stream(), about(finding).stream()).toList();
        return hints.isEmpty() ? finding : finding.withHint(String.join("; ", hints));
    }

    /** Whether it is a statement that expects it, which adds nothing. */
    private static boolean isExpectedByStatement(Finding finding) {
        return finding.breaks().stream()
                .anyMatch(broken -> broken.origin().equals(finding.drift().origin()));
    }

    private List<String> about(Finding finding) {
        Drift drift = finding.drift();
        if (drift instanceof TableDrift.MissingTable missing) {
            return join(elsewhere(missing.where()), adds(finding));
        }
        if (drift instanceof ColumnDrift.Missing missing) {
            return join(nearColumn(missing), adds(finding));
        }
        if (drift instanceof TableDrift.MissingPrivilege lack) {
            return List.of("its owner can GRANT " + lack.privilege() + " ON " + lack.where() + " TO " + lack.role());
        }
        if (drift instanceof AccessDrift lack) {
            return List.of("its owner can GRANT " + lack.grant());
        }
        return switch (drift.kind()) {
            case ROW_SECURITY ->
                List.of((policies.isEmpty() ? "its policies say" : policies + " lists")
                        + " whom it lets through; if the release is made for it, let its scripts or a new"
                        + " snapshot say so, or accept the finding");
            case EXTRA_REQUIRED_COLUMN ->
                List.of("another release added it: give it a default, or deploy the release that knows it");
            case INBOUND_FOREIGN_KEY ->
                List.of("its owner can say ON DELETE CASCADE or SET NULL, or deploy the release that knows the table");
            case EMPTY_SCHEMA ->
                List.of("compare the URL" + (searchPath.isEmpty() ? "" : " and the " + searchPath)
                        + " with where the migrations ran");
            default -> pending(drift.origin());
        };
    }

    /** Whatever differs may be what a migration that did not run is to change. */
    private List<String> pending(Origin origin) {
        return isScript(origin)
                ? new HistoryHints(histories)
                        .pending(origin).map(history -> origin + " is yet to run; " + history).stream()
                                .toList()
                : List.of();
    }

    /** The same table in another schema or another case, or one of nearly the same name. */
    private Optional<String> elsewhere(ObjectName wanted) {
        Optional<String> otherSchema = directory.stream()
                .filter(name ->
                        name.name().equals(wanted.name()) && !name.schema().equals(wanted.schema()))
                .map(ObjectName::schema)
                .sorted()
                .findFirst()
                .map(schema -> "exists in schema `" + schema + "`"
                        + (live.searchPath().contains(schema) ? "" : notSearched()));
        return otherSchema.or(() -> {
            List<String> beside = directory.stream()
                    .filter(name -> name.schema().equals(wanted.schema()))
                    .map(ObjectName::name)
                    .toList();
            return NearNames.nearest(wanted.name(), beside)
                    .map(near -> "the schema has " + quoted(near, wanted.name()));
        });
    }

    private String notSearched() {
        String searched = String.join(", ", live.searchPath());
        return searchPath.isEmpty()
                ? "; names without a schema mean what is in " + searched
                : ", which is not on the " + searchPath + " (" + searched + ")";
    }

    private Optional<String> nearColumn(ColumnDrift.Missing missing) {
        Optional<Table> table = live.table(missing.where());
        if (table.isEmpty()) {
            return Optional.empty();
        }
        List<String> unexpected = new ArrayList<>();
        table.get().columns().stream()
                .map(column -> column.name())
                .filter(name -> missing.table().column(name).isEmpty())
                .forEach(unexpected::add);
        return NearNames.nearest(missing.name(), unexpected)
                .map(near -> "the table has " + quoted(near, missing.name()));
    }

    private static String quoted(String near, String wanted) {
        return "`" + near + "`" + (near.equalsIgnoreCase(wanted) ? ", in other case" : "");
    }

    private Optional<String> adds(Finding finding) {
        Origin origin = finding.drift().origin();
        if (!isScript(origin) || isExpectedByStatement(finding)) {
            return Optional.empty();
        }
        String history = new HistoryHints(histories)
                .about(origin)
                .map(said -> "; " + said)
                .orElse("");
        return Optional.of(origin + " adds it" + history);
    }

    /** A script, or a change set of Liquibase. */
    private static boolean isScript(Origin origin) {
        return origin.location().endsWith(".sql") || origin.location().contains("::");
    }

    private static List<String> join(Optional<String> one, Optional<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
