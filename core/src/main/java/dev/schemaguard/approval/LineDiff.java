package dev.schemaguard.approval;

import java.util.ArrayList;
import java.util.List;

/**
 * What has to be taken out of one text and put into it to make it the other, by lines. A comma at the end of a line says only
 * that another one follows, so it does not count.
 */
final class LineDiff {

    /** Over this many pairs of lines, everything between what is equal at both ends counts as other. */
    private static final long MOST_PAIRS = 4_000_000;

    private final List<String> before;
    private final List<String> after;

    private LineDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /** All lines of both, in order. */
    static List<Line> between(List<String> before, List<String> after) {
        return new LineDiff(before, after).lines();
    }

    private List<Line> lines() {
        int shorter = Math.min(before.size(), after.size());
        int head = 0;
        while (head < shorter && same(head, head)) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && same(before.size() - 1 - tail, after.size() - 1 - tail)) {
            tail++;
        }
        List<Line> lines = new ArrayList<>();
        after.subList(0, head).forEach(line -> lines.add(new Line(' ', line)));
        middle(head, before.size() - tail, after.size() - tail, lines);
        after.subList(after.size() - tail, after.size()).forEach(line -> lines.add(new Line(' ', line)));
        return lines;
    }

    /** The longest common subsequence stays, all else goes or comes. */
    private void middle(int start, int beforeEnd, int afterEnd, List<Line> lines) {
        int[][] common = common(start, beforeEnd, afterEnd);
        int i = start;
        int j = start;
        while (i < beforeEnd || j < afterEnd) {
            if (i < beforeEnd && j < afterEnd && common.length > 0 && same(i, j)) {
                lines.add(new Line(' ', after.get(j)));
                i++;
                j++;
            } else if (i < beforeEnd
                    && (j == afterEnd
                            || common.length == 0
                            || common[i - start + 1][j - start] >= common[i - start][j - start + 1])) {
                lines.add(new Line('-', before.get(i)));
                i++;
            } else {
                lines.add(new Line('+', after.get(j)));
                j++;
            }
        }
    }

    /** How many lines are common from each pair of lines on; nothing where that would take too long. */
    private int[][] common(int start, int beforeEnd, int afterEnd) {
        int rows = beforeEnd - start;
        int columns = afterEnd - start;
        if ((long) rows * columns > MOST_PAIRS) {
            return new int[0][];
        }
        int[][] common = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                common[i][j] = same(start + i, start + j)
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private boolean same(int inBefore, int inAfter) {
        return withoutComma(before.get(inBefore)).equals(withoutComma(after.get(inAfter)));
    }

    private static String withoutComma(String line) {
        return line.endsWith(",") ? line.substring(0, line.length() - 1) : line;
    }

    /**
     * A line and what becomes of it.
     *
     * @param sign {@code -} where it goes, {@code +} where it comes, a blank where it stays
     * @param text the line itself
     */
    record Line(char sign, String text) {

        boolean isOther() {
            return sign != ' ';
        }

        @Override
        public String toString() {
            return sign + " " + text;
        }
    }
}
