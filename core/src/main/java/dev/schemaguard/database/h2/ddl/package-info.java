/** Reads scripts for H2. */
@NullMarked
package dev.schemaguard.database.h2.ddl;

import org.jspecify.annotations.NullMarked;
