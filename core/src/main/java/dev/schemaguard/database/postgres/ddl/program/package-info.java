/** Programs in PL/pgSQL, followed as far as their branches hang on what the script itself has created. */
@NullMarked
package dev.schemaguard.database.postgres.ddl.program;

import org.jspecify.annotations.NullMarked;
