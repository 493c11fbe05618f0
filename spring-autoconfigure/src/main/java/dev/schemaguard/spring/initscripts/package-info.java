/** What the scripts that Spring Boot runs say about the schema. */
@NullMarked
package dev.schemaguard.spring.initscripts;

import org.jspecify.annotations.NullMarked;
