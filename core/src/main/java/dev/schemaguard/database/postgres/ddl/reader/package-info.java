/** Reads statements: each becomes the changes that it makes, or is not understood. */
@NullMarked
package dev.schemaguard.database.postgres.ddl.reader;

import org.jspecify.annotations.NullMarked;
