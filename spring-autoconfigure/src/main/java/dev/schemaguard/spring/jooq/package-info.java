/** What the code that jOOQ generated says about the schema that a release expects. */
@NullMarked
package dev.schemaguard.spring.jooq;

import org.jspecify.annotations.NullMarked;
