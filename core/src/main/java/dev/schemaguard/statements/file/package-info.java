/**
 * The files in which a release's statements stand: plain scripts, and the one that is recorded and reviewed.
 *
 * <p>A recorded file says of each statement what it uses, so that no SQL is parsed where it is read.
 */
@NullMarked
package dev.schemaguard.statements.file;

import org.jspecify.annotations.NullMarked;
