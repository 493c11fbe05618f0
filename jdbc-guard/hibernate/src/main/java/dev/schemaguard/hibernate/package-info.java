/**
 * What a mapping of Hibernate says about the schema, read out of it while it starts. Nothing of any framework is in here: Spring
 * stands on it, and so does whoever uses Hibernate by itself.
 */
@NullMarked
package dev.schemaguard.hibernate;

import org.jspecify.annotations.NullMarked;
