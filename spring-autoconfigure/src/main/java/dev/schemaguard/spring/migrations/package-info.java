/** Compares the migrations that an application packages beside its mapping, after its start and off its path. */
@NullMarked
package dev.schemaguard.spring.migrations;

import org.jspecify.annotations.NullMarked;
