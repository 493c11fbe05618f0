package dev.schemaguard.database.mysql.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.mysql.server.Product;
import dev.schemaguard.drift.TypeFit;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ColumnType.Modifier;
import dev.schemaguard.model.Schema;
import org.junit.jupiter.api.Test;

class OpenMomentTest {

    private static final Schema NOTHING =
            Schema.builder().setting("sql_mode", "STRICT_TRANS_TABLES").build();

    @Test
    void isServedByATimestampWhereAMappingLeavesItsRangeOpen() {
        assertThat(fit(ColumnType.of("datetime").with(Modifier.UNSTATED))).isEqualTo(TypeFit.SAME);
    }

    @Test
    void isServedLessByATimestampWhereSomebodyMeansADatetime() {
        assertThat(fit(ColumnType.of("datetime"))).isEqualTo(TypeFit.NARROWER);
    }

    private static TypeFit fit(ColumnType expected) {
        return new MysqlTypeRules(Product.MYSQL).fit(expected, NOTHING, ColumnType.of("timestamp"), NOTHING);
    }
}
