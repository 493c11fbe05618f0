/**
 * Expectation from a snapshot: a schema as versioned JSON, made to be reviewed in a diff.
 *
 * <p>A snapshot is one JSON object in UTF-8, described by {@code dev/schemaguard/schema-snapshot-v1.schema.json}. Its head says
 * {@code version}, {@code dialect}, and where they are stated {@code searchPath}, {@code complete}, {@code leftOut},
 * {@code rowSecurity}, {@code onUpdate} and {@code settings};
 * {@code types}, {@code sequences}, {@code tables} and {@code gaps} follow. Whatever it leaves out is not stated, with five
 * exceptions that keep it short:
 *
 * <ul>
 *   <li>Where the head says {@code "leftOut": "ordinary"}, a column (or domain) of which nothing else is said takes nulls, has
 *       no default, is no identity and is not computed; what such a column does leave open is listed in its
 *       {@code unstated}. In views, without it, or with {@code "leftOut": "unstated"}, these four are unstated unless
 *       said.
 *   <li>A table without {@code complete} is complete in the same families of facts as the head, as far as they concern one
 *       table.
 *   <li>A table without {@code rowSecurity} is as the head says; older snapshots say it nowhere.
 *   <li>Where the head says {@code "onUpdate": null}, no update changes a column by itself that does not say so, but for views.
 *   <li>Flags and words that are nearly always the same are left out: a table is a {@code table}, an index a {@code btree},
 *       a rule is enforced, validated and not deferrable, a foreign key takes no action.
 * </ul>
 *
 * <p>Names and types are those of the catalog, not of SQL: never folded, and within double quotes only where they hold one of
 * {@code " . ( ) , [ ]} or begin or end with a blank. {@code varchar(?)} is a {@code varchar} of any length. {@code bigint unsigned}
 * and {@code enum('new','old')} are types of columns whose quoted namesakes would be others. {@code from} is the
 * file and line, or the class, that first stated something.
 *
 * <p>A snapshot of a live database may end with {@code digests}: what the server made of each object, and a CRC-32 of the facts that they
 * are of. They are for machines, stand last, on lines of their own, and are ignored as soon as somebody has edited or merged what
 * stands before them; nobody need ever resolve a conflict in them, for a snapshot without them is as good and only slower to check.
 *
 * <p>Version 1 may gain fields, and readers skip those that they do not know; whatever changes the meaning of a field that is
 * there takes a new version. What a live database lets the connected role do is never part of a snapshot.
 */
@NullMarked
package dev.schemaguard.source.snapshot;

import org.jspecify.annotations.NullMarked;
