package dev.schemaguard.recording;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds who sends a statement: the first caller outside of frameworks. A repository that is a proxy is called by its interface, a
 * subclass that a framework made by the class, and a lambda by the method in which it stands. An interceptor that passes a call on
 * is none that sends it.
 *
 * @param frameworks beginnings of the names of classes that send for others
 * @param isTest tells the classes of tests
 */
record SenderSearch(List<String> frameworks, Predicate<Class<?>> isTest) {

    /** What sends for others, and is none of the release's own. */
    static final List<String> USUAL = List.of(
            "java.",
            "javax.",
            "jakarta.",
            "jdk.",
            "sun.",
            "com.sun.",
            "kotlin.",
            "kotlinx.",
            "scala.",
            "groovy.",
            "org.springframework.",
            "org.hibernate.",
            "org.eclipse.persistence.",
            "org.apache.",
            "org.jooq.",
            "org.jdbi.",
            "org.mybatis.",
            "com.baomidou.",
            "com.mybatisflex.",
            "tk.mybatis.",
            "com.github.pagehelper.",
            "com.querydsl.",
            "com.blazebit.",
            "io.hypersistence.",
            "io.ebean.",
            "org.sql2o.",
            "com.zaxxer.",
            "io.agroal.",
            "com.mchange.",
            "com.alibaba.druid.",
            "com.arjuna.",
            "com.atomikos.",
            "org.jboss.",
            "com.p6spy.",
            "net.ttddyy.",
            "io.micronaut.",
            "io.quarkus.",
            "io.micrometer.",
            "io.opentelemetry.",
            "org.aopalliance.",
            "org.aspectj.",
            "net.bytebuddy.",
            "javassist.",
            "reactor.",
            "io.netty.",
            "org.junit.",
            "junit.",
            "org.testng.",
            "org.mockito.",
            "org.assertj.",
            "org.awaitility.",
            "org.gradle.",
            "worker.org.gradle.",
            "com.intellij.",
            "org.flywaydb.",
            "liquibase.",
            "org.dbunit.",
            "dev.schemaguard.recording.",
            "dev.schemaguard.jdbc.",
            "dev.schemaguard.spring.");

    /** They send the statements of a mapping, whoever called them. */
    private static final List<String> MAPPERS =
            List.of("org.hibernate.", "org.eclipse.persistence.", "org.springframework.data.", "io.ebean.");

    /** What they send makes the schema and its first rows, or looks at it. */
    private static final List<String> MIGRATING = List.of(
            "org.flywaydb.",
            "liquibase.",
            "org.hibernate.tool.",
            "org.springframework.jdbc.datasource.init.",
            "org.springframework.test.context.jdbc.",
            "org.dbunit.",
            "dev.schemaguard.check.",
            "dev.schemaguard.inspect.",
            "dev.schemaguard.database.");

    /** What an interceptor calls to pass a call on, whether of Spring, AspectJ, CDI or MyBatis: it sends nothing itself. */
    private static final String PROCEED = "proceed";

    private static final int DEEPEST = 500;

    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    /** Who sends what is sent now by this thread. */
    Sender find() {
        return STACK.walk(this::find);
    }

    private Sender find(Stream<StackWalker.StackFrame> stack) {
        boolean mapped = false;
        boolean proceeding = false;
        Set<Class<?>> between = new HashSet<>();
        Iterator<StackWalker.StackFrame> frames = stack.limit(DEEPEST).iterator();
        while (frames.hasNext()) {
            StackWalker.StackFrame frame = frames.next();
            Class<?> caller = frame.getDeclaringClass();
            if (begins(caller, MIGRATING)) {
                return new Sender.Other();
            }
            mapped |= begins(caller, MAPPERS);
            if (Proxy.isProxyClass(caller)) {
                Optional<Sender> repository = repository(caller, frame.getMethodName());
                if (repository.isPresent()) {
                    return repository.get();
                }
            } else if (!begins(caller, frameworks)) {
                if (!proceeding && !between.contains(caller)) {
                    return sender(caller, frame.getMethodName(), mapped);
                }
                between.add(caller);
            }
            proceeding = frame.getMethodName().equals(PROCEED) && begins(caller, frameworks);
        }
        return mapped ? new Sender.Release("") : new Sender.Other();
    }

    private Sender sender(Class<?> caller, String method, boolean mapped) {
        if (isTest.test(caller)) {
            return mapped ? new Sender.Release("") : new Sender.Other();
        }
        return new Sender.Release(name(caller) + "#" + name(method));
    }

    private Optional<Sender> repository(Class<?> proxy, String method) {
        return Stream.of(proxy.getInterfaces())
                .filter(type -> !begins(type, frameworks) && has(type, method))
                .findFirst()
                .map(type -> new Sender.Release(name(type) + "#" + method));
    }

    private static boolean has(Class<?> type, String method) {
        return Stream.of(type.getMethods()).map(Method::getName).anyMatch(method::equals);
    }

    private static boolean begins(Class<?> type, List<String> prefixes) {
        String name = type.getName();
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** Without what a framework or the compiler put behind it. */
    private static String name(Class<?> type) {
        return type.getName()
                .replaceFirst("\\$\\$.*|\\$(?:Hibernate|ByteBuddy|Mockito|\\d).*", "")
                .replace('$', '.');
    }

    /** A lambda is called {@code lambda$findTop$0} by the compiler. */
    private static String name(String method) {
        return method.replaceFirst("^lambda\\$(.+)\\$\\d+$", "$1");
    }
}
