package dev.schemaguard.database.mysql.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.mysql.server.Product;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Privilege;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrantsTest {

    private static final ObjectName POSTS = ObjectName.of("app", "posts");

    private static Grants of(String... lines) {
        return of(Product.MYSQL, false, lines);
    }

    private static Grants of(Product product, boolean named, String... lines) {
        Grants grants = new Grants(product, false, named);
        for (String line : lines) {
            grants.add(line);
        }
        return grants;
    }

    @Test
    void holdsWhatIsGrantedEverywhere() {
        Grants grants = of("GRANT SELECT, INSERT, RELOAD, SHUTDOWN ON *.* TO `app`@`%` WITH GRANT OPTION");

        assertThat(grants.on(POSTS)).containsExactlyInAnyOrder(Privilege.SELECT, Privilege.INSERT);
        assertThat(grants.seeAll("anything")).isTrue();
    }

    @Test
    void holdsAllWhereAllIsGrantedOnADatabase() {
        Grants grants = of(
                "GRANT USAGE ON *.* TO `app`@`%` IDENTIFIED BY PASSWORD '*D821809F681A40A6E379B50D0463EFAE20BDD122'",
                "GRANT ALL PRIVILEGES ON `app`.* TO `app`@`%`");

        assertThat(grants.on(POSTS))
                .containsExactlyInAnyOrder(Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE);
        assertThat(grants.on(ObjectName.of("other", "posts"))).isEmpty();
        assertThat(grants.seeAll("other")).isFalse();
    }

    @Test
    void takesAnUnderscoreForAnyCharacterUnlessItIsEscaped() {
        assertThat(of("GRANT SELECT ON `te_ant%`.* TO `a`@`%`").seeAll("tenant_1"))
                .isTrue();
        assertThat(of("GRANT SELECT ON `te\\_ant`.* TO `a`@`%`").seeAll("tenant"))
                .isFalse();
        assertThat(of("GRANT SELECT ON `te\\_ant`.* TO `a`@`%`").seeAll("te_ant"))
                .isTrue();
    }

    @Test
    void tellsTablesAndColumnsApart() {
        Grants grants = of(
                "GRANT SELECT (`id`, `a``b`), INSERT (`id`), UPDATE ON `app`.`posts` TO `app`@`%`",
                "GRANT EXECUTE ON PROCEDURE `app`.`posts` TO `app`@`%`", "GRANT `r1`@`%` TO `app`@`%`");

        assertThat(grants.on(POSTS)).containsExactly(Privilege.UPDATE);
        assertThat(grants.onColumns(POSTS))
                .isEqualTo(Map.of("id", Set.of(Privilege.SELECT, Privilege.INSERT), "a`b", Set.of(Privilege.SELECT)));
        assertThat(grants.seeAll("app")).isFalse();
    }

    @Test
    void takesBackWhatIsRevokedOnOneDatabase() {
        Grants grants = of("GRANT SELECT, INSERT ON *.* TO `app`@`%`", "REVOKE SELECT ON `app`.* FROM `app`@`%`");

        assertThat(grants.on(POSTS)).containsExactly(Privilege.INSERT);
        assertThat(grants.on(ObjectName.of("other", "posts"))).contains(Privilege.SELECT);
    }

    @Test
    void readsNamesInAnsiQuotes() {
        assertThat(of("GRANT SELECT ON \"app\".\"posts\" TO \"app\"@\"%\"").on(POSTS))
                .containsExactly(Privilege.SELECT);
    }

    @Test
    void isSureOfWhatEachOfSeveralGrantsHolds() {
        Grants grants = of(
                "GRANT SELECT, INSERT ON `ap%`.* TO `app`@`%`",
                "GRANT SELECT, UPDATE ON `app`.* TO `app`@`%`", "GRANT DELETE ON `other`.* TO `app`@`%`");

        assertThat(grants.on(POSTS)).containsExactly(Privilege.SELECT);
        assertThat(grants.doubtfulOn("app")).containsExactlyInAnyOrder(Privilege.INSERT, Privilege.UPDATE);
        assertThat(grants.seeAll("app")).isTrue();
    }

    @Test
    void takesTheFirstOfAnAccountAndOfItsRoleOnMariadb() {
        Grants grants = of(
                Product.MARIADB,
                false,
                "GRANT `role` TO `app`@`%`",
                "GRANT SELECT ON `app`.* TO `app`@`%`",
                "GRANT INSERT ON `ap%`.* TO `app`@`%`",
                "GRANT UPDATE ON `app`.* TO `role`",
                "GRANT DELETE ON `%`.* TO `role`");

        assertThat(grants.on(POSTS)).containsExactlyInAnyOrder(Privilege.SELECT, Privilege.UPDATE);
        assertThat(grants.doubtfulOn("app")).isEmpty();
    }

    @Test
    void takesAnUnderscoreForItselfWhereRightsCanBeTakenBack() {
        Grants grants = of(Product.MYSQL, true, "GRANT SELECT ON `te_ant`.* TO `a`@`%`");

        assertThat(grants.seeAll("tenant")).isFalse();
        assertThat(grants.seeAll("te_ant")).isTrue();
        assertThat(of("GRANT SELECT ON *.* TO `a`@`%`", "REVOKE SELECT ON `te_ant`.* FROM `a`@`%`")
                        .seeAll("tenant"))
                .isTrue();
    }

    @Test
    void takesNoNameForAllOfThem() {
        assertThat(of("GRANT SELECT ON `*`.* TO `a`@`%`").seeAll("app")).isFalse();
        assertThat(of("GRANT SELECT ON `app`.`*` TO `a`@`%`").seeAll("app")).isFalse();
        assertThat(of("GRANT SELECT ON `x``.*`.* TO `a`@`%`").seeAll("app")).isFalse();
    }
}
