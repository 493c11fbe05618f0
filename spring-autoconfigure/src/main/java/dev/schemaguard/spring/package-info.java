/** What a user of the starter meets: the guarded data sources and what becomes of them. */
@NullMarked
package dev.schemaguard.spring;

import org.jspecify.annotations.NullMarked;
