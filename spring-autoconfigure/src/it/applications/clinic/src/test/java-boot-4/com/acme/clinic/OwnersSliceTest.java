package com.acme.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;

/** The application's own slice, as it was before it was guarded. */
@DataJpaTest
class OwnersSliceTest {

    @Autowired
    private Owners owners;

    @Test
    void findsByTheBeginningOfAName() {
        assertThat(owners.findByLastNameStartingWith("Dav")).hasSize(1);
    }
}
