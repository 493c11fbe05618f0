package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.annotation.Transactional;

/** The application's own tests, as they were before it was guarded. */
@SpringBootTest
@Transactional
class CustomersTest {

    @Autowired
    private Customers customers;

    @Test
    void keepsACustomer() {
        Customer customer = new Customer();
        customer.login = "somebody";

        assertThat(customers.saveAndFlush(customer).id).isGreaterThanOrEqualTo(1000);
    }
}
