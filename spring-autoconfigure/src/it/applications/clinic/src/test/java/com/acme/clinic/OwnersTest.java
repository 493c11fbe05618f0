package com.acme.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.annotation.Transactional;

/** The application's own tests, as they were before it was guarded. */
@SpringBootTest
@Transactional
class OwnersTest {

    @Autowired
    private Owners owners;

    @Test
    void findsByTheBeginningOfAName() {
        List<Owner> found = owners.findByLastNameStartingWith("Frank");

        assertThat(found).singleElement().satisfies(owner -> assertThat(owner.pets).hasSize(1));
    }

    @Test
    void countsNatively() {
        assertThat(owners.countNatively()).isEqualTo(2);
    }

    @Test
    void keepsAnOwner() {
        Owner owner = new Owner();
        owner.lastName = "Coleman";
        owner.pets.add(new Pet());

        assertThat(owners.saveAndFlush(owner).id).isPositive();
    }
}
