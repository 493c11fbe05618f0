package dev.schemaguard.jdbc.doctor;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.jdbc.verb.ExpectationPlaces;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.SchemaSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What was found out: what would be expected, and why, what of it cannot be read, and what a database says to it.
 *
 * @param subject what was looked into, for people
 * @param expected what would be expected
 * @param others places that are there, too, and why each would be expected, were it not for the one before
 * @param open what would be expected, too, or in the place of it, and only the running application knows
 * @param guards what guards a start, by the names of our libraries; empty where none is known
 * @param notes what else is to be known
 * @param report what a check says now, where a database was named
 */
public record Examination(
        String subject,
        List<Expected> expected,
        List<String> others,
        List<String> open,
        List<String> guards,
        List<String> notes,
        Optional<DriftReport> report) {

    private static final String MAPPING =
            "the build names Hibernate or Spring Data JPA: where nothing else is named and no"
                    + " snapshot is packaged, a start of Spring Boot expects its mapping, and not migrations; it is known only while the"
                    + " application runs (debug=true, or the endpoint schemaguard)";

    public Examination {
        expected = List.copyOf(expected);
        others = List.copyOf(others);
        open = List.copyOf(open);
        guards = List.copyOf(guards);
        notes = List.copyOf(notes);
        Objects.requireNonNull(report, "report");
    }

    /**
     * Looks into a project or a program.
     *
     * @param database the database that it is held against, if one was named
     * @param kind the kind of database that is meant, if one was named
     */
    public static Examination of(
            Subject subject,
            ExpectationPlaces locations,
            Optional<DataSource> database,
            Optional<Database> kind,
            InspectionScope scope) {
        List<Place> places = subject.places();
        Libraries libraries = subject.libraries();
        List<String> notes = new ArrayList<>(libraries.notRead());
        if (libraries.maps()) {
            notes.add(MAPPING);
        }
        notes.addAll(subject.settingsNotRead());
        String first = places.isEmpty() ? "" : places.get(0).why();
        List<Named> named = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Place place : places) {
            // One setting may name several, which must all hold; of what is only found the first decides.
            if (named.isEmpty() || place.why().equals(first) && first.contains("names it")) {
                named.add(new Named(locations.source(place.name(), place.path()), place.why()));
            } else {
                others.add(place.name() + ": " + place.why());
            }
        }
        return of(subject.name(), named, database, kind, scope).with(others, subject.open(), libraries.guards(), notes);
    }

    /**
     * Looks at what somebody named.
     *
     * @param sources the expectations
     */
    public static Examination of(
            List<SchemaSource> sources, Optional<DataSource> database, Optional<Database> kind, InspectionScope scope) {
        List<Named> named = sources.stream()
                .map(source -> new Named(source, "--expect names it"))
                .toList();
        return of("what --expect names", named, database, kind, scope);
    }

    private static Examination of(
            String subject,
            List<Named> named,
            Optional<DataSource> database,
            Optional<Database> kind,
            InspectionScope scope) {
        Optional<Database> known = database.flatMap(Examination::behind).or(() -> kind);
        List<Expected> expected = named.stream()
                .flatMap(one ->
                        one.source().parts().stream().map(part -> Expected.of(part, one.why(), known, scope.timeout())))
                .toList();
        Optional<DriftReport> report = database.filter(one -> !named.isEmpty())
                .map(one -> SchemaGuard.expecting(
                                named.stream().map(Named::source).toList())
                        .scope(scope)
                        .build()
                        .check(one));
        return new Examination(subject, expected, List.of(), List.of(), List.of(), List.of(), report);
    }

    private Examination with(
            List<String> newOthers, List<String> newOpen, List<String> newGuards, List<String> newNotes) {
        return new Examination(subject, expected, newOthers, newOpen, newGuards, newNotes, report);
    }

    private static Optional<Database> behind(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return Optional.of(Databases.behind(connection));
        } catch (SQLException e) {
            // The check says that it cannot be reached, and why.
            return Optional.empty();
        }
    }

    /** Whether something is expected, and all of it can be read. */
    public boolean isWhole() {
        return !expected.isEmpty() && open.isEmpty() && expected.stream().allMatch(Expected::isWhole);
    }

    /**
     * For people: several lines, ending with a line break.
     *
     * @param width how many columns a line may have; zero where it may have any
     */
    public String toText(int width) {
        return new ExaminationText(this, width).text();
    }

    /** For programs: JSON, version 1, ending with a line break. */
    public String toJson() {
        return ExaminationJson.of(this);
    }

    /** An expectation, and why it is one. */
    private record Named(SchemaSource source, String why) {}
}
