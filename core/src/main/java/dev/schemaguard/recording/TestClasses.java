package dev.schemaguard.recording;

import java.security.CodeSource;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Tells the classes of tests by the folder that build tools compile them into. Safe for use by many threads. */
final class TestClasses implements Predicate<Class<?>> {

    /** Of Maven; of Gradle, for each language and any source set that is one of tests; of Eclipse. */
    private static final Pattern FOLDER = Pattern.compile(
            "/test-classes/?$|/build/classes/[^/]+/(?:\\w*[tT]est\\w*)/?$|/bin/test/?$|/out/test/[^/]+/?$");

    private final ClassValue<Boolean> known = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            CodeSource source = type.getProtectionDomain().getCodeSource();
            return source != null
                    && source.getLocation() != null
                    && FOLDER.matcher(source.getLocation().getPath()).find();
        }
    };

    @Override
    public boolean test(Class<?> type) {
        return known.get(type);
    }
}
