package dev.schemaguard.check;

import dev.schemaguard.database.Database;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.inspect.ObjectDigest;
import dev.schemaguard.inspect.TableDigests;
import dev.schemaguard.model.Constraint.Check;
import dev.schemaguard.model.Constraint.Enforcement;
import dev.schemaguard.model.Constraint.ForeignKey;
import dev.schemaguard.model.Constraint.ReferentialAction;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.source.SchemaSource;
import java.util.List;
import java.util.OptionalLong;

/**
 * A small contract that states one of each fact that mappings usually do, so that whoever checks it has come to what they need.
 *
 * @param digest that of its table, where that is to be asked for; empty where there is none
 */
record RehearsedContract(String digest) implements SchemaSource {

    /** That of the server that was asked. */
    static final int VERSION = 16;

    static final ObjectName POSTS = ObjectName.of("posts");

    @Override
    public String name() {
        return "rehearsal";
    }

    @Override
    public List<TableDigests> digests(Database database) {
        return digest.isEmpty()
                ? List.of()
                : List.of(new TableDigests(
                        VERSION, List.of(new ObjectDigest(ObjectDigest.Kind.TABLE, POSTS, 6, digest))));
    }

    @Override
    public Schema load(Database database) {
        Dialect dialect = database.dialect();
        return Schema.builder()
                .table(
                        "authors",
                        authors -> authors.column("id", "bigint", id -> id.notNull())
                                .column("name", "varchar(255)", name -> name.notNull())
                                .primaryKey("id")
                                .unique("name"))
                .table(
                        "posts",
                        posts -> posts.column("id", "bigint", id -> id.notNull())
                                .column("title", "varchar(255)", title -> title.notNull())
                                .column("state", "varchar(255)")
                                .column("shown", "timestamp(6)")
                                .column("hidden", "boolean", hidden -> hidden.notNull())
                                .column("author_id", "bigint")
                                .primaryKey("id")
                                .constraint(new Check(
                                        "",
                                        dialect.expression("state in ('DRAFT','DONE')"),
                                        Enforcement.ORDINARY,
                                        Origin.NONE))
                                .constraint(new ForeignKey(
                                        "",
                                        List.of("author_id"),
                                        ObjectName.of("authors"),
                                        List.of(),
                                        ReferentialAction.NO_ACTION,
                                        ReferentialAction.NO_ACTION,
                                        Enforcement.ORDINARY,
                                        Origin.NONE))
                                .index(new Index(
                                        "posts_shown",
                                        "btree",
                                        List.of(Index.ColumnPart.of("shown")),
                                        List.of(),
                                        false,
                                        false,
                                        "",
                                        true,
                                        Origin.NONE))
                                .inserts()
                                .updates()
                                .deletes())
                .sequence(new Sequence(
                        ObjectName.of("posts_seq"), Sequence.Role.GENERATOR, OptionalLong.of(50), Origin.NONE))
                .build();
    }
}
