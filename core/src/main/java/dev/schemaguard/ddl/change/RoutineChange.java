package dev.schemaguard.ddl.change;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.draft.FunctionRenaming;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A change of what programs there are to call. */
public sealed interface RoutineChange extends Change {

    @Override
    default void doubt(Catalog catalog) {}

    @Override
    default List<ObjectName> tables() {
        return List.of();
    }

    /**
     * A function or procedure is created.
     *
     * @param name its name
     * @param program what it does, nothing where that cannot be read
     * @param signature the names in its head
     * @param arguments its arguments as they are written
     * @param calls what it may call
     * @param changes whether its own program may change the schema, or is not understood
     * @param atomic whether its body is a part of the statement, so that the server keeps what it uses
     * @param origin where the script says so
     */
    record Create(
            ObjectName name,
            Optional<Change> program,
            Set<String> signature,
            String arguments,
            Set<String> calls,
            boolean changes,
            boolean atomic,
            Origin origin)
            implements RoutineChange {

        public Create {
            signature = Set.copyOf(signature);
            calls = Set.copyOf(calls);
        }

        @Override
        public void applyTo(Catalog catalog) {
            catalog.programs().add(name.name(), program);
            catalog.programs().describe(catalog.path().created(name), signature, atomic);
            catalog.programs().declare(name.name(), arguments, calls, changes);
        }

        /** What there was of that name may be replaced by it, or may not. */
        @Override
        public void doubt(Catalog catalog) {
            Optional<Change> there = catalog.programs().find(name.name());
            if (!catalog.programs().has(name.name()) && !changes) {
                applyTo(catalog);
                return;
            }
            boolean bothHarmless =
                    !changes && there.isPresent() && !catalog.programs().change(name.name());
            if (!bothHarmless && (there.isEmpty() || !there.equals(program))) {
                new Create(name, Optional.empty(), signature, arguments, calls, true, atomic, origin).applyTo(catalog);
            }
        }
    }

    /**
     * A function or procedure gets another name.
     *
     * @param name its old name
     * @param to its new name
     * @param origin where the script says so
     */
    record Rename(ObjectName name, String to, Origin origin) implements RoutineChange {

        @Override
        public void applyTo(Catalog catalog) {
            catalog.programs().rename(name.name(), to);
            DependentsChange.note(
                    catalog,
                    FunctionRenaming.apply(catalog, name.name(), to),
                    "renames function '" + name + "' and",
                    origin);
        }

        @Override
        public void doubt(Catalog catalog) {
            applyTo(catalog);
        }
    }

    /**
     * Functions or procedures are called.
     *
     * @param names the functions
     * @param unknown those that the server does not bring along, so that somebody has to have made them
     * @param often whether they run any number of times, none included; else once
     * @param origin where the script says so
     */
    record Call(List<String> names, Set<String> unknown, boolean often, Origin origin) implements RoutineChange {

        public Call {
            names = List.copyOf(names);
            unknown = Set.copyOf(unknown);
        }

        @Override
        public void applyTo(Catalog catalog) {
            run(catalog, false);
        }

        @Override
        public void doubt(Catalog catalog) {
            run(catalog, true);
        }

        private void run(Catalog catalog, boolean doubtful) {
            for (String name : names) {
                Optional<Change> program = catalog.programs().find(name);
                if (!catalog.programs().has(name) && !unknown.contains(name)) {
                    continue;
                }
                if (program.isEmpty()) {
                    Unreadable.everywhere(origin, "calls '" + name + "', whose program is not known")
                            .applyTo(catalog);
                } else if (catalog.programs().callOthersThatChange(name)) {
                    Unreadable.everywhere(origin, "calls '" + name + "', which calls others that change the schema")
                            .applyTo(catalog);
                } else if (often && catalog.programs().change(name)) {
                    Unreadable.everywhere(
                                    origin, "calls '" + name + "', which changes the schema, once, often or not at all")
                            .applyTo(catalog);
                } else if (doubtful) {
                    program.get().doubt(catalog);
                } else {
                    program.get().applyTo(catalog);
                }
            }
        }
    }

    /**
     * Functions may be called in a place that is not followed, such as a condition.
     *
     * @param names the names that may be calls
     * @param origin where the script says so
     */
    record Perhaps(Set<String> names, Origin origin) implements RoutineChange {

        public Perhaps {
            names = Set.copyOf(names);
        }

        @Override
        public void applyTo(Catalog catalog) {
            if (names.stream().anyMatch(catalog.programs()::change)) {
                Unreadable.everywhere(origin, "calls a function that changes the schema")
                        .applyTo(catalog);
            }
        }

        @Override
        public void doubt(Catalog catalog) {
            applyTo(catalog);
        }
    }

    /**
     * Something is made that calls functions whenever it is used: a default, a view, an index, a prepared statement.
     *
     * @param names the functions
     * @param origin where the script says so
     */
    record Kept(Set<String> names, Origin origin) implements RoutineChange {

        public Kept {
            names = Set.copyOf(names);
        }

        @Override
        public void applyTo(Catalog catalog) {
            names.forEach(name -> catalog.keepCall(
                    name, Gap.everywhere(origin, "may run '" + name + "', which changes the schema, at any time")));
        }

        @Override
        public void doubt(Catalog catalog) {
            applyTo(catalog);
        }
    }

    /**
     * A trigger runs a function, from now on and whenever rows change.
     *
     * @param function the function
     * @param origin where the script says so
     */
    record Trigger(String function, Origin origin) implements RoutineChange {

        @Override
        public void applyTo(Catalog catalog) {
            catalog.keepCall(
                    function,
                    Gap.everywhere(origin, "a trigger runs '" + function + "', which changes the schema at any time"));
        }

        @Override
        public void doubt(Catalog catalog) {
            applyTo(catalog);
        }
    }

    /**
     * A function that runs behind later statements of DDL.
     *
     * @param function the function
     * @param tags the statements behind which it runs, in upper case; all where empty
     * @param origin where the script says so
     */
    record Listen(String function, Set<String> tags, Origin origin) implements RoutineChange {

        @Override
        public void doubt(Catalog catalog) {
            Gap gap = Gap.everywhere(
                    origin, "an event trigger may run '" + function + "' behind each statement from here on");
            if (catalog.programs().find(function).isEmpty()) {
                catalog.unsettle(gap);
            } else {
                catalog.keepCall(function, gap);
            }
        }

        @Override
        public void applyTo(Catalog catalog) {
            Optional<Change> program = catalog.programs().find(function);
            if (program.isEmpty()) {
                Unreadable.everywhere(
                                origin, "an event trigger runs '" + function + "', whose program is not understood")
                        .applyTo(catalog);
            } else if (tags.isEmpty() || tags.contains("CREATE TABLE")) {
                catalog.programs().listen(program.get());
            }
        }
    }
}
