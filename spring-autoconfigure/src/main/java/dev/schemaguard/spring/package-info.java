/** Guards the data sources of a Spring Boot application. */
@NullMarked
package dev.schemaguard.spring;

import org.jspecify.annotations.NullMarked;
