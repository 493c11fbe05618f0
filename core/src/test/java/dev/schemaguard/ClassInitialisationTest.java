package dev.schemaguard;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * An expectation is read beside what else a start does. Two classes whose static initialisers need each other would let two threads
 * that come to them at one time wait for each other for ever (JVMS 5.5), so there are none.
 */
class ClassInitialisationTest {

    @Test
    void noTwoClassesNeedEachOtherToBeInitialised() {
        JavaClasses ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.schemaguard");

        assertThat(ours.size()).as("it looked at something").isGreaterThan(500);
        assertThat(circles(ours)).isEmpty();
    }

    @Test
    void twoThatNeedEachOtherAreFound() {
        JavaClasses both = new ClassFileImporter().importClasses(First.class, Second.class);

        assertThat(circles(both)).hasSize(2);
    }

    @Test
    void oneThatIsMadeOfAClassThatStandsOnItIsFound() {
        JavaClasses both = new ClassFileImporter().importClasses(Above.class, Below.class);

        assertThat(circles(both)).hasSize(2);
    }

    private static Set<String> circles(JavaClasses classes) {
        Map<JavaClass, Set<JavaClass>> needs = new HashMap<>();
        for (JavaClass one : classes) {
            needs.put(one, initialisedWith(one));
        }
        Set<String> circles = new TreeSet<>();
        needs.forEach((one, needed) -> needed.stream()
                .filter(other -> !other.equals(one)
                        && needs.getOrDefault(other, Set.of()).contains(one))
                .forEach(other -> circles.add(one.getName() + " and " + other.getName())));
        return circles;
    }

    /** Whatever may be initialised while the class is: a method that is called through an interface counts for that alone. */
    private static Set<JavaClass> initialisedWith(JavaClass one) {
        Set<JavaClass> initialised = new HashSet<>();
        Set<JavaCodeUnit> seen = new HashSet<>();
        Deque<JavaCodeUnit> open = new ArrayDeque<>();
        initialise(one, initialised, open);
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.pop();
            if (!seen.add(unit)) {
                continue;
            }
            if (unit.getModifiers().contains(JavaModifier.STATIC) || unit.isConstructor()) {
                initialise(unit.getOwner(), initialised, open);
            }
            for (JavaFieldAccess access : unit.getFieldAccesses()) {
                access.getTarget()
                        .resolveMember()
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .ifPresent(field -> initialise(field.getOwner(), initialised, open));
            }
            unit.getCallsFromSelf()
                    .forEach(call -> call.getTarget()
                            .resolveMember()
                            .filter(JavaCodeUnit.class::isInstance)
                            .map(JavaCodeUnit.class::cast)
                            .ifPresent(open::push));
        }
        return initialised;
    }

    /** With a class those that it stands on are initialised: its superclass, and interfaces with methods of their own (JLS 12.4.1). */
    private static void initialise(JavaClass one, Set<JavaClass> initialised, Deque<JavaCodeUnit> open) {
        if (!initialised.add(one)) {
            return;
        }
        one.getStaticInitializer().ifPresent(open::push);
        one.getRawSuperclass().ifPresent(above -> initialise(above, initialised, open));
        if (!one.isInterface()) {
            one.getAllRawInterfaces().stream()
                    .filter(ClassInitialisationTest::hasDefaultMethods)
                    .forEach(above -> initialise(above, initialised, open));
        }
    }

    private static boolean hasDefaultMethods(JavaClass one) {
        return one.getMethods().stream()
                .anyMatch(method -> !method.getModifiers().contains(JavaModifier.ABSTRACT)
                        && !method.getModifiers().contains(JavaModifier.STATIC)
                        && !method.getModifiers().contains(JavaModifier.PRIVATE));
    }

    private static final class First {

        private static final String WORD = Second.word();
    }

    private static final class Second {

        private static final String OWN = String.valueOf(First.WORD);

        private static String word() {
            return "a" + OWN;
        }
    }

    interface Above {

        @SuppressWarnings("ClassInitializationDeadlock")
        Above WORD = new Below();

        default String word() {
            return "a";
        }
    }

    static final class Below implements Above {}
}
