package dev.schemaguard.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/public-api.md promises is all that a user can meet, and what is compared with the release before. */
class PublicApiTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([\\w.]+)` \\|");
    private static final Pattern COMPARED = Pattern.compile("<include>(dev\\.schemaguard[\\w.]*)</include>");

    private static final List<String> MODULES = List.of("core", "jdbc-guard", "spring-autoconfigure");

    @Test
    void noPublicMethodNamesATypeThatIsNotPromised() throws IOException {
        Set<String> rooms = rooms();
        Set<String> types = types();
        JavaClasses all = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.schemaguard");

        Set<String> named = all.stream()
                .filter(type -> rooms.contains(type.getPackageName()) && isPublic(type))
                .flatMap(PublicApiTest::signatures)
                .filter(type -> type.getPackageName().startsWith("dev.schemaguard"))
                .filter(type -> !rooms.contains(type.getPackageName()))
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));

        // Unchecked exceptions stand in no signature.
        named.add("dev.schemaguard.input.SchemaSourceException");
        assertThat(named).isEqualTo(types);
        assertThat(types).allMatch(all::contain);
    }

    @Test
    void everyRoomIsThereAndIsComparedWithTheReleaseBefore() throws IOException {
        assertThat(rooms())
                .allMatch(room -> MODULES.stream()
                        .map(module ->
                                Path.of("..", module, "src/main/java", room.replace('.', '/'), "package-info.java"))
                        .anyMatch(Files::isRegularFile));
        assertThat(found(COMPARED, Files.readString(Path.of("..", "pom.xml")))).isEqualTo(rooms());
    }

    private static Stream<JavaClass> signatures(JavaClass type) {
        return type.getCodeUnits().stream()
                .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC)
                        && !unit.getModifiers().contains(JavaModifier.SYNTHETIC))
                .flatMap(PublicApiTest::signature)
                .map(JavaClass::getBaseComponentType);
    }

    private static Stream<JavaClass> signature(JavaCodeUnit unit) {
        return Stream.of(
                        unit.getReturnType().getAllInvolvedRawTypes().stream(),
                        unit.getParameters().stream()
                                .map(JavaParameter::getType)
                                .flatMap(type -> type.getAllInvolvedRawTypes().stream()),
                        unit.getExceptionTypes().stream())
                .flatMap(types -> types);
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(PublicApiTest::isPublic).orElse(true);
    }

    private static Set<String> rooms() throws IOException {
        return found(ROW, section("## Rooms"));
    }

    private static Set<String> types() throws IOException {
        return found(ROW, section("## Single types"));
    }

    private static String section(String heading) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "public-api.md"));
        return page.substring(page.indexOf(heading)).split("\n## ", 2)[0];
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
