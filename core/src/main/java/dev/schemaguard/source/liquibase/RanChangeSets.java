package dev.schemaguard.source.liquibase;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import liquibase.changelog.ChangeSet;
import liquibase.precondition.core.ChangeSetExecutedPrecondition;
import liquibase.precondition.core.PreconditionContainer.FailOption;

/** Which change sets would be in Liquibase's history by now, had it begun with an empty database. */
final class RanChangeSets {

    /** Whether each ran, nothing where only a database can tell; one that is not here has not run. */
    private final Map<Key, Optional<Boolean>> known = new HashMap<>();

    /**
     * Notes what became of a change set.
     *
     * @param runs whether it ran, nothing where only a database can tell
     */
    void add(ChangeSet changeSet, Optional<Boolean> runs) {
        boolean marked = changeSet.getPreconditions() != null
                && changeSet.getPreconditions().getOnFail() == FailOption.MARK_RAN;
        known.put(
                new Key(file(changeSet.getFilePath()), changeSet.getId(), changeSet.getAuthor()),
                marked ? Optional.of(true) : runs);
    }

    /** Whether the change set that a precondition asks for ran; nothing where only a database can tell. */
    Optional<Boolean> has(ChangeSetExecutedPrecondition asked, ChangeSet asking) {
        String file = Optional.ofNullable(asked.getChangeLogFile()).orElseGet(asking::getFilePath);
        return known.getOrDefault(new Key(file(file), asked.getId(), asked.getAuthor()), Optional.of(false));
    }

    /** As Liquibase compares them: how a file was found makes no difference. */
    private static String file(String path) {
        return path.replace('\\', '/').replaceFirst("^classpath:", "").replaceFirst("^(\\./|/)+", "");
    }

    /** What tells change sets apart. */
    private record Key(String file, String id, String author) {}
}
