/** How H2 spells names, types, defaults and conditions. */
@NullMarked
package dev.schemaguard.database.h2.dialect;

import org.jspecify.annotations.NullMarked;
