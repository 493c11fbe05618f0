package dev.schemaguard.approval;

import java.util.ArrayList;
import java.util.List;

/** What differs between two snapshots with a line around it, and with the name of the table where that is not to be seen. */
final class LineExcerpt {

    private static final int MOST_LINES = 80;
    private static final int CONTEXT = 1;

    /** How the line begins that names a table. */
    private static final String TABLE = "      \"name\": ";

    private final List<LineDiff.Line> all;
    private final List<String> shown = new ArrayList<>();
    private String table = "";
    private int last = -1;

    private LineExcerpt(List<LineDiff.Line> all) {
        this.all = all;
    }

    /** The lines to show of these. */
    static List<String> of(List<LineDiff.Line> all) {
        LineExcerpt excerpt = new LineExcerpt(all);
        excerpt.choose();
        return excerpt.shown;
    }

    private void choose() {
        for (int i = 0; i < all.size() && shown.size() < MOST_LINES; i++) {
            if (isNearOther(i)) {
                show(i);
            } else if (all.get(i).text().startsWith(TABLE)) {
                table = all.get(i).toString();
            }
        }
        long unseen =
                all.stream().skip(last + 1L).filter(LineDiff.Line::isOther).count();
        if (unseen > 0) {
            shown.add("  and " + unseen + " more");
        }
    }

    private boolean isNearOther(int index) {
        return all.subList(Math.max(0, index - CONTEXT), Math.min(all.size(), index + CONTEXT + 1)).stream()
                .anyMatch(LineDiff.Line::isOther);
    }

    private void show(int index) {
        if (last < index - 1) {
            shown.add("  ...");
        }
        if (!table.isEmpty()) {
            shown.add(table);
            table = "";
        }
        shown.add(all.get(index).toString());
        last = index;
    }
}
