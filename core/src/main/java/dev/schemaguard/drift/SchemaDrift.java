package dev.schemaguard.drift;

import dev.schemaguard.model.Origin;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Use;
import java.util.Optional;

/** A difference of a whole schema. */
public sealed interface SchemaDrift extends Drift {

    /**
     * The schema exists and holds nothing, in place of every expected table that is missing from it.
     *
     * @param schema the schema's name
     * @param tablesExpected how many tables the release expects in it
     */
    record EmptySchema(String schema, int tablesExpected) implements SchemaDrift {

        @Override
        public Kind kind() {
            return Kind.EMPTY_SCHEMA;
        }

        @Override
        public Subject subject() {
            return new Subject(schema, Optional.empty(), Optional.empty(), Optional.empty());
        }

        @Override
        public Optional<String> expected() {
            return Optional.of(tablesExpected == 1 ? "1 table" : tablesExpected + " tables");
        }

        @Override
        public Optional<String> actual() {
            return Optional.empty();
        }

        @Override
        public Impact impact() {
            return Impact.onEverything(Effect.FAILS);
        }

        @Override
        public Use use(StatementKind statement) {
            return Use.UNSTATED;
        }

        @Override
        public String message() {
            return "schema `" + schema + "` is empty: wrong database, or the migrations never ran";
        }

        @Override
        public Origin origin() {
            return Origin.NONE;
        }
    }

    /**
     * A setting of the session by which the same statement means something else.
     *
     * @param name the server's name of the setting, in lower case
     * @param wanted its value where the expectation was taken
     * @param found its value on the live connection
     */
    record OtherSetting(String name, String wanted, String found) implements SchemaDrift {

        @Override
        public Kind kind() {
            return Kind.SESSION_SETTING;
        }

        @Override
        public Subject subject() {
            return new Subject("", Optional.empty(), Optional.empty(), Optional.of(name));
        }

        @Override
        public Optional<String> expected() {
            return Optional.of(wanted);
        }

        @Override
        public Optional<String> actual() {
            return Optional.of(found);
        }

        @Override
        public Impact impact() {
            return Impact.onEverything(Effect.MAY_FAIL);
        }

        @Override
        public Use use(StatementKind statement) {
            return Use.UNSTATED;
        }

        @Override
        public String message() {
            return "the same statement may mean something else: " + name + " is '" + found
                    + "' on this connection, the release was made with '" + wanted + "'";
        }

        @Override
        public Origin origin() {
            return Origin.NONE;
        }
    }
}
