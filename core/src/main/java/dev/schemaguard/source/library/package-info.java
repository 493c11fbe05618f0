/** What libraries say of their own tables: the contracts that lie on the class path, and which of them count here. */
@NullMarked
package dev.schemaguard.source.library;

import org.jspecify.annotations.NullMarked;
