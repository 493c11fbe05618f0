package dev.schemaguard.proof;

import dev.schemaguard.drift.TypeFit;
import dev.schemaguard.proof.PairRun.Fate;
import java.util.List;

/** Tells from what became of each value how a live type serves an expected one, against what the expected type itself does. */
final class PairFit {

    private final List<Fate> usual;
    private final List<Fate> live;
    private int written;
    private int refused;
    private int changed;
    private int unreadable;
    private int compared;
    private int incomparable;
    private int notFound;
    private String sample = "";

    private PairFit(List<Fate> usual, List<Fate> live) {
        this.usual = usual;
        this.live = live;
    }

    static PairFit of(TypeCase expected, List<Fate> usual, List<Fate> live) {
        PairFit fit = new PairFit(usual, live);
        fit.count(expected);
        return fit;
    }

    private void count(TypeCase expected) {
        for (int i = 0; i < usual.size(); i++) {
            Fate own = usual.get(i);
            Fate other = live.get(i);
            boolean isNull = expected.values().get(i) == Values.NULL;
            if (!own.isWritten()) {
                continue;
            }
            if (!other.isWritten()) {
                refused++;
                note(expected.values().get(i), other.written());
                continue;
            }
            written += isNull || expected.values().get(i).equals(List.of()) ? 0 : 1;
            if (!other.readable()) {
                unreadable++;
                note(expected.values().get(i), other.read());
            } else if (!other.read().equals(own.read())) {
                changed++;
                note(expected.values().get(i), own.read() + " -> " + other.read());
            }
            if (own.found().equals("found")) {
                compared++;
                if (!other.isComparable()) {
                    incomparable++;
                    note(expected.values().get(i), other.found());
                } else if (!other.found().equals("found")) {
                    notFound++;
                    note(expected.values().get(i), other.found());
                }
            }
        }
    }

    private void note(Object value, String what) {
        String text = value + ": " + what;
        if (sample.length() < 300) {
            sample += (sample.isEmpty() ? "" : "; ") + (text.length() > 120 ? text.substring(0, 120) : text);
        }
    }

    TypeFit fit(boolean readsExtremes) {
        if (written == 0) {
            return TypeFit.DIFFERENT;
        }
        if (unreadable >= written) {
            return TypeFit.UNREADABLE;
        }
        if (compared > 0 && incomparable == compared) {
            return TypeFit.INCOMPARABLE;
        }
        if (refused > 0) {
            return TypeFit.NARROWER;
        }
        if (changed + unreadable + notFound + incomparable > 0) {
            return TypeFit.LOSSY;
        }
        return readsExtremes ? TypeFit.SAME : TypeFit.WIDER_INTEGER;
    }

    @Override
    public String toString() {
        return "written " + written + " refused " + refused + " unreadable " + unreadable + " changed " + changed
                + " incomparable " + incomparable + "/" + compared + " not found " + notFound + " {" + sample + "}";
    }
}
