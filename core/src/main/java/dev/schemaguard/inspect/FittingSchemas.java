package dev.schemaguard.inspect;

import dev.schemaguard.inspect.InspectionException.Reason;
import dev.schemaguard.model.Glob;
import java.util.Collection;
import java.util.List;

/** Finds the schemas that a scope's globs mean. */
final class FittingSchemas {

    private FittingSchemas() {}

    /**
     * The schemas that fit any of the globs, sorted.
     *
     * @throws InspectionException if none does
     */
    static List<String> of(Collection<String> schemas, List<String> globs) throws InspectionException {
        List<Glob> wanted = globs.stream().map(Glob::new).toList();
        List<String> fitting = schemas.stream()
                .filter(name -> wanted.stream().anyMatch(glob -> glob.matches(name)))
                .sorted()
                .toList();
        if (fitting.isEmpty()) {
            throw new InspectionException(
                    Reason.SCHEMA_NOT_FOUND,
                    "no schema fits '" + String.join("', '", globs)
                            + "': check the pattern, the database, and that the role may see its schemas",
                    null);
        }
        return fitting;
    }
}
