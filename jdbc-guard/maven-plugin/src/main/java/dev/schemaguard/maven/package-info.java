/** The build plug-in: a project's snapshot made and verified, and databases held against it, in a Maven build. */
@NullMarked
package dev.schemaguard.maven;

import org.jspecify.annotations.NullMarked;
