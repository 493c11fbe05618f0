/**
 * The kinds of database: what each has to answer, and how the kind behind a connection is found. A folder below for each kind.
 */
@NullMarked
package dev.schemaguard.database;

import org.jspecify.annotations.NullMarked;
