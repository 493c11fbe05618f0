/** Guards the data sources of a Spring Boot application: which are guarded, by what, and when. */
@NullMarked
package dev.schemaguard.spring;

import org.jspecify.annotations.NullMarked;
