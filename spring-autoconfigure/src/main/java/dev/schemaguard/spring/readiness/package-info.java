/** Makes the readiness state of a Spring Boot application tell the truth about its schemas. */
@NullMarked
package dev.schemaguard.spring.readiness;

import org.jspecify.annotations.NullMarked;
