/** MySQL 8 and MariaDB from 10.6 on: one folder, with differences where they differ. */
@NullMarked
package dev.schemaguard.database.mysql;

import org.jspecify.annotations.NullMarked;
