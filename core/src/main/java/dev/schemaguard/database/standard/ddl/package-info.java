/** Reads scripts for databases whose own grammar nobody has written down here, by one that has the standard's statements. */
@NullMarked
package dev.schemaguard.database.standard.ddl;

import org.jspecify.annotations.NullMarked;
