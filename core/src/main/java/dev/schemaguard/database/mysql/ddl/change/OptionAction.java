package dev.schemaguard.database.mysql.ddl.change;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is said of a table as a whole. */
public sealed interface OptionAction extends TableAction {

    @Override
    default Turn turn() {
        return Turn.OPTIONS;
    }

    /**
     * The engine that keeps it.
     *
     * @param name its name
     */
    record Engine(String name) implements OptionAction {

        @Override
        public void applyTo(TableWork work) {
            work.options().engine(name.toLowerCase(Locale.ROOT));
        }
    }

    /**
     * The character set of columns that say none.
     *
     * @param set the character set
     */
    record Texts(CharacterSet set) implements OptionAction {

        @Override
        public void applyTo(TableWork work) {
            work.options().characterSet(set);
        }

        @Override
        public void doubt(TableWork work) {
            work.options().characterSet(CharacterSet.UNKNOWN);
        }
    }

    /**
     * All columns get another character set.
     *
     * @param set the character set
     */
    record Convert(CharacterSet set) implements OptionAction {

        @Override
        public Turn turn() {
            return Turn.CONVERT;
        }

        @Override
        public void applyTo(TableWork work) {
            work.options().characterSet(set);
            for (Column column : List.copyOf(work.table().columns())) {
                if (holdsText(column.type())) {
                    work.table().put(converted(column));
                }
            }
        }

        private static boolean holdsText(ColumnType type) {
            return type instanceof ColumnType.Labelled
                    || type instanceof ColumnType.Named named
                            && (named.name().name().equals("char")
                                    || named.name().name().equals("varchar")
                                    || named.name().name().endsWith("text"));
        }

        private Column converted(Column column) {
            Column.Builder facts = Column.builder(column.name())
                    .type(mayGrow(column) ? ColumnType.UNSTATED : column.type())
                    .nullability(column.nullability())
                    .columnDefault(column.columnDefault())
                    .identity(column.identity())
                    .generation(column.generation())
                    .onUpdate(column.onUpdate())
                    .origin(column.origin());
            set.charset().ifPresent(facts::charset);
            set.collation().ifPresent(facts::collation);
            return facts.build();
        }

        /** A text becomes one of the next size where it would not hold as many characters as before (manual, 15.1.9). */
        private boolean mayGrow(Column column) {
            boolean sized = column.type() instanceof ColumnType.Named named
                    && named.name().name().endsWith("text")
                    && !named.name().name().equals("longtext");
            Optional<Integer> before =
                    column.charset().flatMap(name -> CharacterSet.of(name).bytes());
            Optional<Integer> after = set.bytes();
            boolean certain = before.isPresent() && after.isPresent() && after.get() <= before.get();
            return sized && !certain;
        }
    }
}
