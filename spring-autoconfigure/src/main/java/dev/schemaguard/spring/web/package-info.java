/** Tells users of a web application that its database is not as it should be, instead of an error that is not theirs. */
@NullMarked
package dev.schemaguard.spring.web;

import org.jspecify.annotations.NullMarked;
