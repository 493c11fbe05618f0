/** What stands in files of Prisma's schema language: blocks, fields, attributes and values, each with its line. */
@NullMarked
package dev.schemaguard.source.prisma.language;

import org.jspecify.annotations.NullMarked;
