package dev.schemaguard.source.snapshot;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.Presence;
import dev.schemaguard.model.SqlText;
import java.util.Optional;
import java.util.Set;

/** Reads columns. */
final class SnapshotColumns {

    private final SnapshotInput in;

    SnapshotColumns(SnapshotInput in) {
        this.in = in;
    }

    Column column(LeftOut leftOut, ColumnDefault onUpdateLeftOut) {
        Column.Builder column = leftOut.column().onUpdate(onUpdateLeftOut).origin(in.here());
        DefaultFields filled = new DefaultFields(in, DefaultFields.DEFAULT);
        DefaultFields updated = new DefaultFields(in, DefaultFields.ON_UPDATE);
        boolean named = false;
        in.startObject();
        while (in.nextField()) {
            if (in.field().equals("name")) {
                column.name(in.name());
                named = true;
            } else if (!filled.read() && !updated.read()) {
                field(column);
            }
        }
        if (!named) {
            throw in.wrong("the column has no name");
        }
        filled.columnDefault().ifPresent(column::columnDefault);
        updated.columnDefault().ifPresent(column::onUpdate);
        return column.build();
    }

    private void field(Column.Builder column) {
        switch (in.field()) {
            case "type" -> column.type(in.type());
            case "nullable" -> column.nullability(in.flag() ? Nullability.NULLABLE : Nullability.NOT_NULL);
            case "identity" -> column.identity(in.word(EnumNames.IDENTITIES));
            case "generated" -> column.generation(in.isNothing() ? Generation.NONE : generation());
            case "unstated" -> leaveOpen(column, in.words(EnumNames.OPEN_FACTS));
            case "charset" -> column.charset(in.text());
            case "collation" -> column.collation(in.text());
            case "written" -> column.written(in.word(EnumNames.USES));
            case "updatable" -> column.updatable(Presence.of(in.flag()));
            case "from" -> column.origin(in.origin());
            default -> in.skip();
        }
    }

    private Generation generation() {
        Optional<String> stored = Optional.empty();
        Optional<String> virtual = Optional.empty();
        Optional<String> written = Optional.empty();
        in.startObject();
        while (in.nextField()) {
            switch (in.field()) {
                case "stored" -> stored = Optional.of(in.text());
                case "virtual" -> virtual = Optional.of(in.text());
                case "written" -> written = Optional.of(in.text());
                default -> in.skip();
            }
        }
        if (stored.isEmpty() && virtual.isEmpty()) {
            throw in.wrong("\"stored\" or \"virtual\" was expected");
        }
        String text = stored.orElse(virtual.orElse(""));
        SqlText sql = new SqlText(text, written.orElse(text));
        return stored.isPresent() ? new Generation.Stored(sql) : new Generation.Virtual(sql);
    }

    private static void leaveOpen(Column.Builder column, Set<OpenFact> facts) {
        for (OpenFact fact : facts) {
            switch (fact) {
                case NULLABLE -> column.nullability(Nullability.UNSTATED);
                case DEFAULT -> column.columnDefault(ColumnDefault.UNSTATED);
                case IDENTITY -> column.identity(Identity.UNSTATED);
                case GENERATED -> column.generation(Generation.UNSTATED);
                case ON_UPDATE -> column.onUpdate(ColumnDefault.UNSTATED);
            }
        }
    }
}
