package dev.schemaguard.spring.ledger;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** Maps entries, and queries them and a table that it does not map by SQL of its own. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class LedgerApplication {}
