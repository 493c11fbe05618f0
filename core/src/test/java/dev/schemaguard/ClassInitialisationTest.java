package dev.schemaguard;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
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

    private static Set<String> circles(JavaClasses classes) {
        Map<JavaClass, Set<JavaClass>> needs = new HashMap<>();
        for (JavaClass one : classes) {
            one.getStaticInitializer().ifPresent(start -> needs.put(one, initialisedBy(start)));
        }
        Set<String> circles = new TreeSet<>();
        needs.forEach((one, needed) -> needed.stream()
                .filter(other -> !other.equals(one)
                        && needs.getOrDefault(other, Set.of()).contains(one))
                .forEach(other -> circles.add(one.getName() + " and " + other.getName())));
        return circles;
    }

    /** Whatever may be initialised while this runs: a method that is called through an interface counts for that alone. */
    private static Set<JavaClass> initialisedBy(JavaCodeUnit start) {
        Set<JavaClass> initialised = new HashSet<>();
        Set<JavaCodeUnit> seen = new HashSet<>();
        Deque<JavaCodeUnit> open = new ArrayDeque<>(Set.of(start));
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.pop();
            if (!seen.add(unit)) {
                continue;
            }
            if (initialises(unit) && initialised.add(unit.getOwner())) {
                unit.getOwner().getStaticInitializer().ifPresent(open::push);
            }
            for (JavaAccess<?> access : unit.getAccessesFromSelf()) {
                if (access instanceof JavaFieldAccess field) {
                    field.getTarget()
                            .resolveMember()
                            .filter(member -> member.getModifiers().contains(JavaModifier.STATIC))
                            .filter(member -> initialised.add(member.getOwner()))
                            .flatMap(member -> member.getOwner().getStaticInitializer())
                            .ifPresent(open::push);
                }
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

    private static boolean initialises(JavaCodeUnit unit) {
        return unit.getModifiers().contains(JavaModifier.STATIC) || unit.isConstructor();
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
}
