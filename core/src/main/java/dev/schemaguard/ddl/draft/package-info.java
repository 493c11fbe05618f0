/** The schema in the making: what the statements so far have created, and what follows from one change to it. */
@NullMarked
package dev.schemaguard.ddl.draft;

import org.jspecify.annotations.NullMarked;
