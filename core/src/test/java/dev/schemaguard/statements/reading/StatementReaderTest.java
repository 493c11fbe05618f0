package dev.schemaguard.statements.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.statements.StatementUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementReaderTest {

    private static final Schema BLOG = Schema.builder()
            .table(table("posts", "id", "title", "owner_id", "parent_id", "data", "settings", "hits"))
            .table(table("users", "id", "name", "email"))
            .table(table("tags", "post_id", "label"))
            .build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            SELECT id, title FROM posts WHERE owner_id = ?                        | select posts(read id title, compared owner_id)
            SELECT * FROM posts                                                   | select posts(all)
            SELECT p.* FROM posts p JOIN users u ON u.id = p.owner_id             | select posts(all, compared owner_id); select users(compared id)
            SELECT title, name FROM posts JOIN users ON owner_id = users.id       | select posts(read title, compared owner_id); select users(read name, compared id)
            SELECT lower(title) AS t FROM posts ORDER BY t                        | select posts(compared title)
            SELECT title AS t FROM posts ORDER BY t                               | select posts(read title, ordered title)
            SELECT count(*) FROM posts                                            | select posts()
            SELECT P.Title FROM Posts P                                           | select posts(read title)
            SELECT "Title" FROM posts                                             | select posts(read Title)
            SELECT nickname FROM posts                                            | select posts(read nickname)
            SELECT title, nickname FROM posts, users                              | select posts(read title); select users(); unresolved nickname
            SELECT u.nickname FROM posts, users u                                 | select posts(); select users(read nickname)
            SELECT a, b FROM extras WHERE c = 1                                  | select extras(read a b, compared c)
            SELECT title, a FROM posts JOIN app.extras USING (id)                | select posts(read title, compared id); select app.extras(read a, compared id)
            SELECT label FROM posts JOIN tags ON post_id = id                     | select posts(compared id); select tags(read label, compared post_id)
            SELECT title FROM posts p WHERE EXISTS (SELECT 1 FROM tags WHERE post_id = p.id AND label = title) | select posts(read title, compared id title); select tags(compared label post_id)
            SELECT title FROM posts WHERE owner_id IN (SELECT id FROM users WHERE name LIKE ?)  | select posts(read title, compared owner_id); select users(compared id name, around id)
            SELECT (SELECT name FROM users WHERE id = owner_id) FROM posts        | select posts(compared owner_id); select users(read name, compared id, around id)
            SELECT d.title FROM (SELECT * FROM posts) d WHERE d.hits > 1          | select posts(all, read title, compared hits)
            SELECT id, title FROM posts ORDER BY 2, 9, 99999999999999999999       | select posts(read id title, ordered title)
            SELECT owner_id, count(*) FROM posts GROUP BY 1                       | select posts(read owner_id, ordered owner_id)
            SELECT title, hits FROM posts GROUP BY GROUPING SETS ((title), (hits)) | select posts(read hits title, ordered hits title)
            SELECT title FROM posts UNION SELECT name FROM users ORDER BY 1       | select posts(read title, ordered title); select users(read name, ordered name)
            SELECT x FROM (SELECT title AS x FROM posts) d ORDER BY x             | select posts(read title, ordered title)
            SELECT current_date, CURRENT_TIMESTAMP, now(), title FROM posts       | select posts(read title)
            SELECT title FROM posts UNION SELECT name FROM users ORDER BY title   | select posts(read title, ordered title); select users(read name, ordered name)
            SELECT title FROM posts GROUP BY title HAVING max(hits) > 1           | select posts(read title, compared hits, ordered title)
            SELECT row_number() OVER (PARTITION BY owner_id ORDER BY hits) FROM posts | select posts(ordered hits owner_id)
            SELECT rank() OVER w FROM posts WINDOW w AS (ORDER BY hits)           | select posts(ordered hits)
            SELECT count(*) FILTER (WHERE hits > 1), string_agg(title, ',' ORDER BY id) FROM posts | select posts(compared hits title, ordered id)
            SELECT DISTINCT ON (owner_id) id FROM posts ORDER BY owner_id         | select posts(read id, ordered owner_id)
            SELECT data->>'x', data ?? 'y', data @> ?::jsonb FROM posts WHERE data ??& array['a'] | select posts(compared data)
            SELECT v FROM posts, unnest(data) AS u(v)                             | select posts(compared data)
            SELECT l.label FROM posts p, LATERAL (SELECT label FROM tags WHERE post_id = p.id) l | select posts(compared id); select tags(read label, compared post_id)
            SELECT p FROM posts p                                                 | select posts(all)
            SELECT CASE WHEN hits > 1 THEN title ELSE data END FROM posts         | select posts(compared data hits title)
            SELECT id FROM posts WHERE (id, title) IN ((?, ?)) AND hits BETWEEN ? AND :to AND title = ANY(?) | select posts(read id, compared hits id title)
            SELECT id FROM posts WHERE title = #{title} AND hits = :#{#x.hits}    | select posts(read id, compared hits title)
            SELECT id FROM posts ORDER BY hits NULLS LAST LIMIT ? OFFSET ?        | select posts(read id, ordered hits)
            SELECT id FROM posts WHERE data @@ to_tsquery(?) AND title <-> ? < 1  | select posts(read id, compared data title)
            SELECT id FROM posts FOR UPDATE SKIP LOCKED                           | select posts(read id)
            SELECT id FROM posts WHERE a = {ts '2020-01-01'} AND {fn lower(title)} = ? | select posts(read a id, compared title)
            VALUES (1), (2)                                                       | ~~
            TABLE users                                                           | select users(all)
            """)
    void readsWhatAQueryUses(String sql, String use) {
        assertThat(Told.of(reader().read(sql))).isEqualTo(use);
        assertThat(Told.of(later(sql))).as("recorded, and told later").isEqualTo(use);
    }

    /** Which columns a natural join compares, what is the second of all, and whether a word is a name, cannot be left open. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            SELECT * FROM users ORDER BY 2                                        | select users(all, ordered name)
            SELECT id FROM posts NATURAL JOIN users                               | select posts(read id, compared id); select users(read id, compared id)
            SELECT settings, p.key, title AS output FROM posts p, jsonb_each(p.data) | select posts(read key settings title, compared data)
            """)
    void readsWhatOnlyTheTablesTell(String sql, String use) {
        assertThat(Told.of(reader().read(sql))).isEqualTo(use);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            INSERT INTO posts (id, title) VALUES (?, ?) RETURNING hits            | insert posts(read hits, written id title)
            INSERT INTO posts VALUES (?, ?)                                       | insert posts(all)
            INSERT INTO posts DEFAULT VALUES                                      | insert posts()
            INSERT INTO posts SET title = ?, hits = 1                             | insert posts(written hits title)
            INSERT INTO tags (post_id, label) SELECT id, title FROM posts WHERE hits > 0 | select posts(read id title, compared hits); insert tags(written label post_id)
            INSERT INTO posts (id) VALUES (nextval('post_seq'))                   | insert posts(written id); sequences post_seq
            INSERT INTO posts (id, title) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET title = excluded.title, hits = posts.hits + 1 WHERE posts.owner_id = ? | update posts(compared hits owner_id, written hits title); upsert posts(compared id, written id title, key id)
            INSERT INTO posts (id) VALUES (?) ON CONFLICT DO NOTHING              | upsert posts(written id, any key)
            INSERT INTO posts (id) VALUES (?) ON CONFLICT ON CONSTRAINT posts_pk DO NOTHING | upsert posts(written id, constraint posts_pk)
            INSERT INTO posts (id) VALUES (?) ON CONFLICT (id) WHERE hits > 0 DO NOTHING  | upsert posts(compared hits id, written id, partial key id)
            INSERT INTO posts (id) VALUES (?) ON CONFLICT (lower(title)) DO NOTHING  | upsert posts(compared title, written id, condition)
            INSERT INTO posts (id) VALUES (?) ON DUPLICATE KEY UPDATE hits = hits + VALUES(id) | update posts(compared hits id, written hits); upsert posts(written id, any key)
            INSERT IGNORE INTO posts (id) VALUES (?)                              | upsert posts(written id, any key)
            INSERT OR IGNORE INTO posts (id) VALUES (?)                           | upsert posts(written id, any key)
            INSERT OR FAIL INTO posts (id) VALUES (?)                             | insert posts(written id)
            REPLACE INTO posts (id) VALUES (?)                                    | delete posts(); upsert posts(written id, any key)
            MERGE INTO posts (id, title) KEY (id) VALUES (?, ?)                   | upsert posts(compared id, written id title, key id)
            MERGE INTO posts p USING users u ON p.owner_id = u.id WHEN MATCHED AND p.hits > 1 THEN UPDATE SET title = u.name WHEN NOT MATCHED THEN INSERT (id) VALUES (u.id) | update posts(compared hits owner_id, written title); select users(read id name, compared id); upsert posts(written id, condition)
            MERGE INTO posts p USING users u ON p.owner_id = u.id WHEN MATCHED THEN DELETE WHEN NOT MATCHED THEN DO NOTHING | delete posts(compared owner_id); select users(compared id)
            UPDATE posts SET title = ?, hits = hits + 1 WHERE id = ?              | update posts(compared hits id, written hits title)
            UPDATE ONLY posts SET (title, hits) = (?, ?)                          | update posts(written hits title)
            UPDATE posts p SET title = u.name FROM users u WHERE u.id = p.owner_id RETURNING p.id | update posts(read id, compared owner_id, written title); select users(read name, compared id)
            UPDATE posts p JOIN users u ON u.id = p.owner_id SET p.title = u.name, u.email = ? | update posts(compared owner_id, written title); update users(read name, compared id, written email)
            UPDATE posts SET title = (SELECT name FROM users WHERE id = owner_id) | update posts(compared owner_id, written title); select users(read name, compared id, around id)
            DELETE FROM posts WHERE id = ?                                        | delete posts(compared id)
            DELETE FROM posts USING users u WHERE u.id = owner_id RETURNING *     | delete posts(all, compared owner_id); select users(all, compared id)
            DELETE p FROM posts p JOIN users u ON u.id = p.owner_id WHERE u.name = ? | delete posts(compared owner_id); select users(compared id name)
            WITH d AS (DELETE FROM posts WHERE hits = 0 RETURNING id) SELECT id FROM d | delete posts(read id, compared hits)
            WITH RECURSIVE t(a, b) AS (SELECT id, parent_id FROM posts UNION ALL SELECT p.id, p.parent_id FROM posts p JOIN t ON t.a = p.parent_id) SELECT a FROM t WHERE b > 1 | select posts(read id parent_id, compared id parent_id)
            WITH posts AS (SELECT id FROM users) SELECT id FROM posts             | select users(read id)
            """)
    void readsWhatAChangeUses(String sql, String use) {
        assertThat(sorted(Told.of(reader().read(sql)))).isEqualTo(sorted(use));
        assertThat(sorted(Told.of(later(sql)))).as("recorded, and told later").isEqualTo(sorted(use));
    }

    private static String sorted(String told) {
        return String.join("; ", new java.util.TreeSet<>(java.util.List.of(told.split("; "))));
    }

    @Test
    void keepsWhatNobodyCanAttribute() {
        assertThat(Told.of(reader().read("SELECT a FROM one, two")))
                .isEqualTo("select one(); select two(); unresolved a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            SELECT title FROM posts WHERE EXISTS (SELECT 1 FROM tags WHERE post_id = author) | select posts(read title); select tags(); unresolved author post_id
            SELECT name FROM (SELECT * FROM posts, users) d                         | select posts(all); select users(all); unresolved name
            SELECT d.name FROM (SELECT * FROM posts, users) d                       | select posts(all); select users(all); unresolved name
            SELECT lower(x) AS title FROM posts WHERE title = ?                     | select posts(compared x); unresolved title
            SELECT n FROM posts, my_function(1)                                     | select posts(); unresolved n
            SELECT 1 FROM posts WHERE id IN (SELECT parent_id FROM posts WHERE hits > 1) | select posts(compared hits id parent_id)
            """)
    void leavesOpenWhatOnlyTheTablesTell(String sql, String use) {
        assertThat(Told.of(readerOf(Schema.builder().build()).read(sql))).isEqualTo(use);
    }

    /** A mapping names some columns of a table, so that one of a query around is perhaps one of the nearer table. */
    @Test
    void takesNoColumnFromAroundWhereANearerTableMayHaveIt() {
        Schema mapped = Schema.builder()
                .table("posts", table -> table.column("id", "bigint"))
                .table("tags", table -> table.column("label", "text"))
                .build();
        String sql = "SELECT id FROM posts WHERE EXISTS (SELECT 1 FROM tags WHERE label = id)";

        assertThat(Told.of(readerOf(mapped).read(sql)))
                .isEqualTo("select posts(read id); select tags(compared label, around label); unresolved id");
        assertThat(Told.of(reader().read(sql)))
                .isEqualTo("select posts(read id, compared id); select tags(compared label)");
    }

    /** As a file of recorded statements does it, which knows no table when it is written. */
    private static Reading later(String sql) {
        StatementUse recorded = Told.use(readerOf(Schema.builder().build()).read(sql));
        return new Reading.Understood(new OpenColumns(postgres().dialect(), BLOG).attributed(recorded));
    }

    private static StatementReader reader() {
        return readerOf(BLOG);
    }

    private static StatementReader readerOf(Schema schema) {
        return StatementReader.of(postgres().dialect(), postgres().ddl(), schema);
    }

    private static Database postgres() {
        return Databases.named("postgresql").orElseThrow();
    }

    private static Table table(String name, String... columns) {
        Table.Builder table = Table.builder(ObjectName.of(name)).allColumns();
        for (String column : columns) {
            table.column(column);
        }
        return table.build();
    }
}
