/** The SQL that would cure drift, in the order in which it can run, and what each statement does to a running system. */
@NullMarked
package dev.schemaguard.fix;

import org.jspecify.annotations.NullMarked;
