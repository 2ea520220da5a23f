package org.busbar.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.busbar.api.campaign.Study;
import org.busbar.api.campaign.Study.Target;

/** Says in words how much faster than random search an optimizer is. */
final class Acceleration {

    private Acceleration() {}

    /** A line per target, as in {@code 3.1 (95 % 2.4 to 4.0) to the best row: 16.3 tries instead of 51 (forest)}. */
    static List<String> lines(Study study) {
        List<String> lines = new ArrayList<>();
        for (Target target : study.targets()) {
            lines.add(factor(target) + " to " + target.name() + ": " + tenth(target.tries()) + " tries instead of "
                    + tenth(target.random()) + " (" + study.optimizer() + ")");
        }
        return lines;
    }

    /** As in {@code 3.1 (95 % 2.4 to 4.0)}. */
    static String factor(Target target) {
        return tenth(target.factor()) + " (95 % " + tenth(target.low()) + " to " + tenth(target.high()) + ")";
    }

    /** A sentence per target. */
    static List<String> sentences(Study study) {
        List<String> sentences = new ArrayList<>();
        for (Target target : study.targets()) {
            sentences.add("To find " + target.name() + ", random search needs " + tenth(target.random())
                    + " tries in expectation and " + study.optimizer() + " needs " + tenth(target.tries())
                    + " on average. " + verdict(study.optimizer(), target));
        }
        return sentences;
    }

    /** What the factors are computed from. */
    static String basis(Study study) {
        return "From " + study.repetitions() + " replays of " + study.optimizer() + " on a table of "
                + study.candidates() + " known results, each begun with " + study.start()
                + " random rows. The factor is the number of tries of random search over that of the optimizer; the"
                + " interval is a bootstrap over the replays.";
    }

    private static String verdict(String optimizer, Target target) {
        String factor = "acceleration factor " + factor(target) + ".";
        if (target.low() > 1) {
            return "It is faster than random search: " + factor;
        }
        return target.high() < 1
                ? "It is slower than random search: " + factor
                : "Its interval includes 1, so " + optimizer + " is not distinguishable from random search: " + factor;
    }

    private static String tenth(double number) {
        return Double.isFinite(number) ? String.format(Locale.ROOT, "%.1f", number) : Numbers.plain(number);
    }
}
