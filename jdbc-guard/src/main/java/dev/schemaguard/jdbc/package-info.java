/** The gate in front of a DataSource: no connection leaves before the schema is verified. */
@NullMarked
package dev.schemaguard.jdbc;

import org.jspecify.annotations.NullMarked;
