package dev.schemaguard.jdbc.doctor;

import java.nio.file.Path;

/**
 * A place that holds an expectation.
 *
 * @param name what it is called in reports
 * @param path where it is, on disk or in a jar
 * @param why why it would be expected, for people
 */
record Place(String name, Path path, String why) {}
