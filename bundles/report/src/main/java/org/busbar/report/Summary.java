package org.busbar.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.busbar.api.campaign.Standing;
import org.busbar.api.campaign.Study;
import org.busbar.api.campaign.Trial;

/** The headline numbers as lines of text. */
final class Summary {

    private Summary() {}

    static List<String> lines(History history, Optional<Study> study) {
        TimeBudget time = TimeBudget.of(history);
        List<String> lines = new ArrayList<>();
        lines.add(state(history.standing(), time));
        lines.add("best: " + best(history.standing()));
        history.swaps().forEach(swap -> lines.add("optimizer: " + swap(swap)));
        lines.addAll(acceleration(study));
        time.kinds().forEach(kind -> lines.add("time: " + kind(kind)));
        lines.add("idle: " + Numbers.percent(time.idleShare()) + " of " + Numbers.duration(time.elapsed()));
        return lines;
    }

    /** As in {@code 40 of 40 trials, 2 failed}. */
    static String progress(Standing standing) {
        long done = count(standing, Trial.State.DONE);
        long running = count(standing, Trial.State.RUNNING);
        long lost = standing.trials().size() - done - running;
        return done + lost + " of " + standing.campaign().trials() + " trials"
                + (lost > 0 ? ", " + lost + " without a result" : "")
                + (running > 0 ? ", " + running + " still open" : "");
    }

    private static long count(Standing standing, Trial.State state) {
        return standing.trials().stream()
                .filter(trial -> trial.state() == state)
                .count();
    }

    private static String state(Standing standing, TimeBudget time) {
        return "campaign " + standing.id() + " " + standing.campaign().name() + ": "
                + Html.word(standing.state()) + ", " + progress(standing) + ", "
                + Numbers.duration(time.elapsed());
    }

    private static String best(Standing standing) {
        return Headline.of(standing).map(Summary::best).orElse("no trial has given a result");
    }

    private static String best(Headline best) {
        return best.value() + " at " + String.join(", ", best.point()) + " (trial " + best.trial() + ", "
                + best.optimizer() + ")" + (best.others().isEmpty() ? "" : ", " + String.join(", ", best.others()));
    }

    static String swap(Swapped swap) {
        return "after trial " + swap.after() + " from " + swap.from() + " to " + swap.to() + ", by " + swap.by();
    }

    private static List<String> acceleration(Optional<Study> study) {
        List<String> lines = study.map(Acceleration::lines).orElse(List.of("not known, no study was given"));
        return lines.stream().map(line -> "acceleration over random: " + line).toList();
    }

    private static String kind(TimeBudget.Kind kind) {
        return kind.step() + " " + kind.count() + " × " + Numbers.duration(kind.mean()) + " = "
                + Numbers.duration(kind.total()) + " (" + Numbers.percent(kind.share()) + ")"
                + (kind.lab() == null ? "" : ", in the lab " + Numbers.duration(kind.lab()));
    }
}
