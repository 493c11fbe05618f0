package dev.schemaguard.spring.shop;

enum Status {
    NEW,
    PAID,
    SHIPPED
}
