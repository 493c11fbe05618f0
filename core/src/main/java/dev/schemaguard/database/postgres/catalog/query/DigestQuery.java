package dev.schemaguard.database.postgres.catalog.query;

import dev.schemaguard.database.postgres.catalog.query.DigestFact.Part;
import dev.schemaguard.database.postgres.catalog.query.PostgresQuery.Parameter;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.ObjectDigest;
import dev.schemaguard.inspect.ObjectDigest.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Puts the statement together that makes digests. */
public final class DigestQuery {

    private final int version;
    private final InspectionScope scope;
    private final List<ObjectDigest> objects;
    private final Set<DigestFact> facts;

    /** A statement about these objects for a server of the given major version. */
    public DigestQuery(int version, InspectionScope scope, List<ObjectDigest> objects) {
        this(version, scope, objects, DigestFact.all());
    }

    /** The same with fewer facts, to show what each is for. */
    DigestQuery(int version, InspectionScope scope, List<ObjectDigest> objects, Set<DigestFact> facts) {
        this.version = version;
        this.scope = scope;
        this.objects = objects;
        this.facts = facts;
    }

    /** Asks for the digests. */
    public PostgresQuery digests() {
        return ingredients(DigestPlace.ONE_PATH).ask(PostgresQuestion.DIGESTS);
    }

    /** Asks which differ from those of the objects. */
    public PostgresQuery differing() {
        return ingredients(DigestPlace.ONE_PATH)
                .with(DigestQueries.STRANGER)
                .ask(PostgresQuestion.SESSION)
                .ask(PostgresQuestion.SCHEMAS)
                .ask(PostgresQuestion.FOUND_IN)
                .ask(PostgresQuestion.DIFFERING);
    }

    /** Asks which differ in each schema of the scope by itself. */
    public PostgresQuery differingEach() {
        return ingredients(DigestPlace.EACH_SCHEMA)
                .with(DigestQueries.STRANGER)
                .ask(PostgresQuestion.SESSION)
                .ask(PostgresQuestion.SCHEMAS)
                .ask(PostgresQuestion.DIFFERING_EACH);
    }

    private PostgresQuery ingredients(DigestPlace place) {
        boolean onSearchPath = scope.schemas().isEmpty();
        List<String> kinds = new ArrayList<>(objects.size());
        List<String> schemas = new ArrayList<>(objects.size());
        List<String> names = new ArrayList<>(objects.size());
        List<String> digests = new ArrayList<>(objects.size());
        Set<String> qualifying = new LinkedHashSet<>();
        for (ObjectDigest object : objects) {
            kinds.add(object.kind().name().toLowerCase(Locale.ROOT));
            schemas.add(object.name().schema());
            names.add(object.name().name());
            digests.add(object.digest());
            if (object.name().isQualified()
                    && !scope.schemas().contains(object.name().schema())) {
                qualifying.add(object.name().schema());
            }
        }
        PostgresQuery query = new PostgresQuery(version)
                .with(
                        SchemaQueries.LOOKED_AT,
                        Parameter.of(onSearchPath),
                        Parameter.of(true),
                        Parameter.names(List.of()),
                        Parameter.names(scope.schemas()),
                        Parameter.names(qualifying))
                .with(
                        DigestQueries.ASKED,
                        Parameter.names(kinds),
                        Parameter.names(schemas),
                        Parameter.names(names),
                        Parameter.names(digests))
                .with(DigestQueries.objects(asks(Kind.TYPE)));
        Optional<String> type = asks(Kind.TYPE) ? Optional.of(place.type()) : Optional.empty();
        return place.resolve(query, scope)
                .with(DigestQueries.relation(place.homeOfTable()))
                .with(DigestQueries.spelledTypes(type))
                .with(DigestQueries.LOCKED)
                .with("digested as materialized (\n" + digested(type) + ")");
    }

    /** What nobody asks for is no part of the statement, which drivers read and servers plan anew each time. */
    private boolean asks(Kind kind) {
        for (ObjectDigest object : objects) {
            if (object.kind() == kind) {
                return true;
            }
        }
        return false;
    }

    private String digested(Optional<String> type) {
        String tables = DigestQueries.digestedTables(
                hash(DigestFact.row(Part.TABLE, facts)
                        + part("c.text")
                        + part("k.text")
                        + part("i.text")
                        + part("h.text")),
                DigestFact.row(Part.COLUMN, facts),
                DigestFact.row(Part.CONSTRAINT, facts),
                DigestFact.row(Part.INDEX, facts),
                DigestFact.row(Part.PARENT, facts));
        String types =
                type.isPresent() ? DigestQueries.digestedTypes(hash(DigestFact.row(Part.TYPE, facts)), type.get()) : "";
        String sequences =
                asks(Kind.SEQUENCE) ? DigestQueries.digestedSequences(hash(DigestFact.row(Part.SEQUENCE, facts))) : "";
        return tables + types + sequences;
    }

    private static String hash(String text) {
        return "pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(pg_catalog.concat(" + text
                + "), 'UTF8')), 'hex')";
    }

    /** A text of any length, with its length. */
    private static String part(String text) {
        return ",\n  ' ', coalesce(pg_catalog.octet_length(" + text + "), 0), ':', " + text;
    }
}
