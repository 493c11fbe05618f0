package dev.schemaguard.spring.aggregates;

/** Kept as one column by converters. */
public record Money(long cents) {}
