package dev.schemaguard.spring.shop;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** A shop that maps its tables with JPA. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class ShopApplication {}
