/** The schema of a database as plain values: what a release expects and what a database has, in the same words. */
@NullMarked
package dev.schemaguard.model;

import org.jspecify.annotations.NullMarked;
