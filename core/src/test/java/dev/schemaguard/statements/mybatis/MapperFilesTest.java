package dev.schemaguard.statements.mybatis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Schema;
import dev.schemaguard.statements.ReleaseStatement;
import dev.schemaguard.statements.ReleaseStatements;
import dev.schemaguard.statements.UnreadStatement;
import dev.schemaguard.statements.reading.ReleaseReading;
import dev.schemaguard.statements.reading.StatementReader;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MapperFilesTest {

    @Test
    void readsAStatementWithItsFragmentsAndItsPlace() {
        ReleaseStatements read = read("""
                <sql id="columns">${alias}.id, ${alias}.<include refid="name"/></sql>
                <sql id="name">title</sql>
                <select id="findTop">
                  SELECT <include refid="columns"><property name="alias" value="p"/></include>
                  FROM ${prefix}posts p WHERE p.hits &gt; #{hits,jdbcType=INTEGER} <![CDATA[ AND p.hits < 9 ]]>
                </select>
                """);

        assertThat(texts(read))
                .containsExactly("SELECT p.id, p.title\nFROM app_posts p WHERE p.hits > ?  AND p.hits < 9");
        assertThat(read.statements().get(0).origin()).hasToString("com.acme.PostMapper.findTop in PostMapper.xml:5");
        assertThat(read.unread()).isEmpty();
    }

    @Test
    void tellsTheVariantsOfWhatDependsOnConditions() {
        ReleaseStatements read = read("""
                <update id="change">
                  UPDATE posts
                  <set><if test="a != null">a = #{a},</if><if test="b != null">b = #{b},</if></set>
                  <where>
                    <if test="c"> and c = 1</if>
                    <choose><when test="d">AND d = 1</when><when test="e">AND e = 1</when><otherwise>AND f = 1</otherwise></choose>
                  </where>
                </update>
                """);

        assertThat(texts(read).stream().map(text -> text.replaceAll("\\s+", " ")))
                .containsExactlyInAnyOrder(
                        "UPDATE posts SET a = ?,b = ? WHERE c = 1 AND d = 1",
                        "UPDATE posts SET a = ?,b = ? WHERE c = 1 AND e = 1",
                        "UPDATE posts SET a = ?,b = ? WHERE c = 1 AND f = 1",
                        "UPDATE posts SET a = ? WHERE f = 1",
                        "UPDATE posts SET b = ? WHERE f = 1");
        assertThat(read.unread()).isEmpty();
    }

    @Test
    void readsEachOfThoseThatExcludeOneAnother() {
        ReleaseStatements read = read("""
                <select id="one">SELECT a FROM r <if test="x != null"> JOIN t </if><if test="x == null"> WHERE b = 1 </if><if test="x"> ORDER BY c </if></select>
                """);

        assertThat(texts(read).stream().map(text -> text.replaceAll("\\s+", " ")))
                .containsExactlyInAnyOrder(
                        "SELECT a FROM r JOIN t ORDER BY c",
                        "SELECT a FROM r WHERE b = 1 ORDER BY c",
                        "SELECT a FROM r",
                        "SELECT a FROM r JOIN t",
                        "SELECT a FROM r WHERE b = 1",
                        "SELECT a FROM r ORDER BY c");
        assertThat(read.unread()).isEmpty();
    }

    @Test
    void readsKeysAndLists() {
        ReleaseStatements read = read("""
                <insert id="add" databaseId="oracle">
                  <selectKey keyProperty="id" order="BEFORE">SELECT nextval('post_seq')</selectKey>
                  <bind name="x" value="1"/>
                  INSERT INTO posts
                  <trim prefix="(" suffix=")" suffixOverrides=",">id, <if test="t">title,</if></trim>
                  VALUES <foreach collection="list" item="i" separator="," open="(" close=")">#{i.id}, #{i.title}</foreach>
                </insert>
                """);

        assertThat(texts(read).stream().map(text -> text.replaceAll("\\s+", "")))
                .containsExactlyInAnyOrder(
                        "SELECTnextval('post_seq')",
                        "INSERTINTOposts(id,title)VALUES(?,?)",
                        "INSERTINTOposts(id)VALUES(?,?)");
        assertThat(read.statements())
                .extracting(statement -> statement.origin().location())
                .contains(
                        "com.acme.PostMapper.add for oracle in PostMapper.xml",
                        "com.acme.PostMapper.add!selectKey in PostMapper.xml");
    }

    @Test
    void listsWhatIsPutTogetherWhenItIsSent() {
        ReleaseStatements read = read("""
                <select id="byName">SELECT a FROM ${table}</select>
                <select id="ordered">SELECT a FROM t <if test="o">ORDER BY ${column}</if></select>
                <select id="limited">SELECT a FROM t WHERE b LIKE '%${x}%' AND c = ${y} LIMIT ${n}</select>
                <select id="lost">SELECT a FROM <include refid="nowhere"/></select>
                """);

        assertThat(texts(read))
                .containsExactly("SELECT a FROM t", "SELECT a FROM t WHERE b LIKE '%x%' AND c = ? LIMIT ?");
        assertThat(read.unread())
                .extracting(UnreadStatement::reason)
                .containsExactly(
                        "it is put together when it is sent, of '${table}'",
                        "it is put together when it is sent, of '${column}'",
                        "it includes 'nowhere', which none of the files has");
    }

    @Test
    void expandsNoEntityAndFetchesNothing() {
        String laughs = """
                <!DOCTYPE mapper [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>
                <mapper namespace="x"><select id="s">SELECT '%s'</select></mapper>
                """;
        for (String entity : List.of("&b;", "&c;")) {
            assertThatThrownBy(() -> files(laughs.replace("%s", entity)))
                    .isInstanceOf(SchemaSourceException.class)
                    .hasMessageContaining("PostMapper.xml:2");
        }
        String remote = "<!DOCTYPE mapper PUBLIC \"-//x//EN\" \"http://203.0.113.1:9/x.dtd\"><mapper namespace='x'/>";
        assertThat(org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                                Duration.ofSeconds(20), () -> files(remote))
                        .statements())
                .isEmpty();
    }

    @Test
    void doesNotFollowFragmentsThatMultiply() {
        StringBuilder fragments = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            fragments
                    .append("<sql id='f")
                    .append(i)
                    .append("'><include refid='f")
                    .append(i + 1)
                    .append("'/><include refid='f")
                    .append(i + 1)
                    .append("'/></sql>");
        }
        ReleaseStatements read = read(fragments + "<select id='s'>SELECT <include refid='f0'/></select>"
                + "<sql id='self'><include refid='self'/></sql><select id='t'><include refid='self'/></select>");

        assertThat(read.unread()).hasSize(2);
    }

    @Test
    void saysWhatIsNoMapper() {
        for (String text : List.of("<configuration/>", "<mapper", "SELECT 1", "", "<a>".repeat(200))) {
            assertThatThrownBy(() -> files(text))
                    .as(text)
                    .isInstanceOf(SchemaSourceException.class)
                    .hasMessageContaining("PostMapper.xml");
        }
    }

    private static List<String> texts(ReleaseStatements read) {
        return read.statements().stream().map(ReleaseStatement::text).toList();
    }

    private static ReleaseStatements read(String statements) {
        return files("<?xml version='1.0'?>\n<mapper namespace='com.acme.PostMapper'>\n" + statements + "</mapper>");
    }

    private static ReleaseStatements files(String... texts) {
        Database postgres = Databases.named("postgresql").orElseThrow();
        ReleaseReading reading = new ReleaseReading(new StatementReader(
                postgres.dialect(),
                postgres.ddl().habits().lexicalRules(),
                Schema.builder().build()));
        List<SourceText> files = Arrays.stream(texts)
                .map(text -> SourceText.text("PostMapper.xml", text))
                .toList();
        MapperFiles.read(files, Map.of("prefix", "app_"), reading);
        return reading.result("mappers", false);
    }
}
