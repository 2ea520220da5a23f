package org.busbar.optimizers.classify;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Values;
import org.busbar.api.optimize.Suggestion;

/** Chooses points one after the other; used for one question by one thread. */
final class Learner {

    private final Study study;
    private final Choices choices;
    private final OpenPool pool;
    private final List<double[]> taken;
    private Examples believed;

    Learner(Study study, Choices choices) {
        this.study = study;
        this.choices = choices;
        this.pool = new OpenPool(study);
        this.taken = study.taken();
        this.believed = study.examples();
        study.committee(choices.classifier())
                .ifPresent(committee -> study.pending().forEach(row -> believe(row, committee)));
    }

    /** The next point; empty if none is left. */
    Optional<Suggestion> next() {
        if (pool.isEmpty()) {
            return Optional.empty();
        }
        boolean first = study.examples().classes() < 2 || taken.size() < choices.start();
        Chosen chosen = first
                ? farthest()
                : leastSure(choices.classifier().fit(believed, study.random().at(1)));
        double[] row = pool.row(chosen.place());
        Suggestion suggestion =
                new Suggestion(pool.point(chosen.place()), chosen.expected(), 1, chosen.reason(), Map.of());
        taken.add(row);
        pool.remove(row);
        return Optional.of(suggestion);
    }

    private record Chosen(int place, Values expected, String reason) {}

    private Chosen farthest() {
        int place = pool.best(pool.distances(taken));
        String why = study.examples().classes() < 2
                ? "no two labels were seen yet, so the point farthest from all tried ones is taken"
                : "one of the first " + choices.start() + " points, far from all tried ones";
        return new Chosen(place, Values.none(), why);
    }

    private Chosen leastSure(Committee committee) {
        List<Opinion> opinions = pool.rows().stream().map(committee::at).toList();
        int place = pool.best(
                opinions.stream().mapToDouble(choices.strategy()::doubt).toArray());
        believe(pool.row(place), committee);
        Opinion opinion = opinions.get(place);
        return new Chosen(place, study.said(opinion), reason(opinion));
    }

    private String reason(Opinion opinion) {
        int first = opinion.label();
        int second = opinion.second();
        return String.format(
                Locale.ROOT,
                "the label is least sure here by %s: %s %.2f, %s %.2f",
                choices.strategy().word(),
                study.labels().get(first),
                opinion.mean()[first],
                study.labels().get(second),
                opinion.mean()[second]);
    }

    /** What is awaited is taken for what is expected, so that the next point lies elsewhere. */
    private void believe(double[] row, Committee committee) {
        believed = believed.with(row, committee.at(row).label());
    }
}
