/** Looks at what nobody waits for, once, after the start of an application and off its path. */
@NullMarked
package dev.schemaguard.spring.afterwards;

import org.jspecify.annotations.NullMarked;
