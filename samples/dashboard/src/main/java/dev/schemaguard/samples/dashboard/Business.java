package dev.schemaguard.samples.dashboard;

/**
 * A business that somebody shows to the world.
 *
 * @param owner who may see it here
 */
public record Business(long id, String name, String owner) {}
