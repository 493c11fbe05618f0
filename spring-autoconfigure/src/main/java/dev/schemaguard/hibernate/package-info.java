/**
 * What a mapping of Hibernate says about the schema, read out of it while it starts. Nothing of Spring is in here: whoever uses
 * Hibernate by itself may have this as a module of its own one day.
 */
@NullMarked
package dev.schemaguard.hibernate;

import org.jspecify.annotations.NullMarked;
