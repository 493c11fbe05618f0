/** What the mapping of Spring Data JDBC says about the schema that a release expects. */
@NullMarked
package dev.schemaguard.spring.datajdbc;

import org.jspecify.annotations.NullMarked;
