/** Tells Spring Boot what there is: the configuration of the rooms below, and how failures are explained. */
@NullMarked
package dev.schemaguard.spring.autoconfigure;

import org.jspecify.annotations.NullMarked;
