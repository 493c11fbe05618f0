package dev.schemaguard.database.mysql.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InPlaceTest {

    @Test
    void ordersWhatComesOutOfOrderAndWithHoles() {
        InPlace<String> columns = new InPlace<>();
        columns.put(3, "c");
        columns.put(1, "a");
        columns.put(7, "g");
        columns.put(2, "b");

        assertThat(columns.all()).containsExactly("a", "b", "c", "g");
    }

    @Test
    void keepsTheLastOfOnePlace() {
        InPlace<String> columns = new InPlace<>();
        columns.put(1, "a");
        columns.put(2, "b");
        columns.put(1, "other");

        assertThat(columns.all()).containsExactly("other", "b");
    }
}
