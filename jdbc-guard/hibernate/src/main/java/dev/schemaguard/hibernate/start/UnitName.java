package dev.schemaguard.hibernate.start;

import dev.schemaguard.text.Printable;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What people call a persistence unit. */
final class UnitName {

    private static final String NAMELESS = "default";

    private UnitName() {}

    /** Its own name, or the SessionFactory's where it was not made of a persistence unit. */
    static String of(Map<String, Object> settings) {
        return Stream.of("hibernate.persistenceUnitName", "hibernate.session_factory_name")
                .flatMap(name -> Optional.ofNullable(settings.get(name)).stream())
                .map(name -> Printable.line(name.toString()))
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse(NAMELESS);
    }
}
