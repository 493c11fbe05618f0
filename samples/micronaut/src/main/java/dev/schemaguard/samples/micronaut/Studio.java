package dev.schemaguard.samples.micronaut;

import io.micronaut.runtime.Micronaut;

/** The service. */
public final class Studio {

    private Studio() {}

    public static void main(String[] arguments) {
        Micronaut.run(Studio.class, arguments);
    }
}
