/** Code and database agree, or somebody says where they do not: load, inspect, compare, judge, report. */
@NullMarked
package dev.schemaguard;

import org.jspecify.annotations.NullMarked;
