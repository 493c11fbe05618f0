package dev.schemaguard.spring.initscripts;

import dev.schemaguard.input.SourceText;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.migrations.DdlSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternUtils;

/** The scripts that {@code spring.sql.init} runs on a database that is no embedded one. */
public final class InitScripts {

    private static final String ROOT = "spring.sql.init.";
    private static final String OPTIONAL = "optional:";

    private InitScripts() {}

    /**
     * The scripts, where they are known to run whole and as the server reads them: not after a failure, and not cut into
     * statements in another way.
     */
    public static Optional<SchemaSource> of(Environment environment, ResourceLoader loader) {
        Binder binder = Binder.get(environment);
        boolean asUsual = text(binder, "mode", "embedded").equalsIgnoreCase("always")
                && !Boolean.parseBoolean(text(binder, "continue-on-error", "false"))
                && text(binder, "separator", ";").equals(";")
                && text(binder, "encoding", "UTF-8").equalsIgnoreCase("UTF-8");
        if (!asUsual) {
            return Optional.empty();
        }
        ResourcePatternResolver resources = ResourcePatternUtils.getResourcePatternResolver(loader);
        try {
            List<SourceText> scripts = scripts(binder, "schema", resources);
            if (scripts.isEmpty()) {
                return Optional.empty();
            }
            scripts.addAll(scripts(binder, "data", resources));
            return Optional.of(DdlSource.of(scripts));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static List<SourceText> scripts(Binder binder, String kind, ResourcePatternResolver resources)
            throws IOException {
        String platform = text(binder, "platform", "all");
        List<String> locations = binder.bind(ROOT + kind + "-locations", Bindable.listOf(String.class))
                .orElseGet(
                        () -> List.of("classpath*:" + kind + "-" + platform + ".sql", "classpath*:" + kind + ".sql"));
        List<SourceText> scripts = new ArrayList<>();
        for (String location : locations) {
            String pattern = location.startsWith(OPTIONAL) ? location.substring(OPTIONAL.length()) : location;
            List<Resource> found = new ArrayList<>(List.of(resources.getResources(pattern)));
            found.removeIf(resource -> !resource.exists());
            found.sort(Comparator.comparing(Resource::getDescription));
            found.forEach(resource ->
                    scripts.add(SourceText.of(String.valueOf(resource.getFilename()), resource::getInputStream)));
        }
        return scripts;
    }

    private static String text(Binder binder, String name, String otherwise) {
        return binder.bind(ROOT + name, String.class).orElse(otherwise);
    }
}
