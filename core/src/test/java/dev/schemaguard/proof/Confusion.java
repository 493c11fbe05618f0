package dev.schemaguard.proof;

import dev.schemaguard.drift.Effect;
import dev.schemaguard.model.StatementKind;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How often the guard's word on a kind of statement is what was measured. */
final class Confusion {

    private final Map<Cell, Integer> counts = new HashMap<>();

    private record Cell(StatementKind kind, Effect said, Effect measured) {}

    void count(StatementKind kind, Effect said, Effect measured) {
        counts.merge(new Cell(kind, said, measured), 1, Integer::sum);
    }

    void print(Sheet sheet) {
        for (StatementKind kind : StatementKind.values()) {
            print(sheet, Optional.of(kind));
        }
        print(sheet, Optional.empty());
        int both = cell(Optional.empty(), Effect.FAILS, Effect.FAILS);
        sheet.line(String.format(
                Locale.ROOT,
                "'fails': precision %.1f %%, recall %.1f %% (said at least may-fail where it fails: %.1f %%)",
                100.0 * both / Math.max(1, row(Effect.FAILS)),
                100.0 * both / Math.max(1, column(Effect.FAILS)),
                100.0
                        * (both + cell(Optional.empty(), Effect.MAY_FAIL, Effect.FAILS))
                        / Math.max(1, column(Effect.FAILS))));
    }

    private void print(Sheet sheet, Optional<StatementKind> kind) {
        sheet.line(String.format(
                "%-22s measured: works  degraded  may-fail  fails",
                kind.map(Enum::name).orElse("ALL")));
        for (Effect said : Effect.values()) {
            sheet.line(String.format(
                    "  guard says %-9s %15d %9d %9d %6d",
                    said.id(),
                    cell(kind, said, Effect.WORKS),
                    cell(kind, said, Effect.DEGRADED),
                    cell(kind, said, Effect.MAY_FAIL),
                    cell(kind, said, Effect.FAILS)));
        }
    }

    private int row(Effect said) {
        int sum = 0;
        for (Effect measured : Effect.values()) {
            sum += cell(Optional.empty(), said, measured);
        }
        return sum;
    }

    private int column(Effect measured) {
        int sum = 0;
        for (Effect said : Effect.values()) {
            sum += cell(Optional.empty(), said, measured);
        }
        return sum;
    }

    private int cell(Optional<StatementKind> kind, Effect said, Effect measured) {
        int sum = 0;
        for (StatementKind one : StatementKind.values()) {
            if (kind.isEmpty() || kind.get() == one) {
                sum += counts.getOrDefault(new Cell(one, said, measured), 0);
            }
        }
        return sum;
    }
}
