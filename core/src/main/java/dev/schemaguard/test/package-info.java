/**
 * The guard in a project's own tests: AssertJ assertions about databases, and a JUnit extension that keeps the packaged snapshot
 * up to date. AssertJ and JUnit Jupiter are for the project to bring.
 */
@NullMarked
package dev.schemaguard.test;

import org.jspecify.annotations.NullMarked;
