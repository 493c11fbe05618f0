/** What a command line and a build both ask of databases and releases, without the words that either asks with. */
@NullMarked
package dev.schemaguard.jdbc.verb;

import org.jspecify.annotations.NullMarked;
