/**
 * Expectation from DDL: a script is split ({@code script}), read statement by statement ({@code reader}, and {@code program} for
 * what is written in PL/pgSQL), and each change ({@code change}) is carried out over the schema in the making ({@code draft}).
 */
@NullMarked
package dev.schemaguard.ddl;

import org.jspecify.annotations.NullMarked;
