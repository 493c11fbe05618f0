/** What one type means for another on H2. */
@NullMarked
package dev.schemaguard.database.h2.type;

import org.jspecify.annotations.NullMarked;
