/** Takes the mapping out of each EntityManagerFactory while it is built. */
@NullMarked
package dev.schemaguard.spring.jpa;

import org.jspecify.annotations.NullMarked;
