/** What an application on Prisma expects: its schema, read as the tables that Prisma makes of it. */
@NullMarked
package dev.schemaguard.source.prisma;

import org.jspecify.annotations.NullMarked;
