package org.busbar.optimizers.bayes.gp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.busbar.optimizers.search.numeric.Keyed;

/**
 * A target learnt together with sources that may resemble it: earlier campaigns, simulations, cheaper levels of fidelity.
 *
 * @param process functions of the target (task 0) and of the sources that were kept
 * @param sources what became of each source, in the order they were given
 */
public record Transfer(TaskProcess process, List<SourceFacts> sources) {

    private static final int MOST_SOURCES = 5;
    private static final int SOURCE_ROWS = 300;

    /**
     * Fits length scales, noises and correlations by the evidence of all rows; then, with 3 target rows or more, the
     * correlations by leave-one-out over the target rows. With so many target rows, sources that rank them worse than the
     * target alone are dropped first. Of all sources together at most 300 rows are used, equally many of each.
     *
     * @param target may be without rows
     * @param sources 0 to 5; each with values standardised by itself
     * @throws IllegalArgumentException if there are more sources or their columns differ from the target's
     */
    public static Transfer fit(Trainer trainer, Data target, List<Data> sources, Keyed keyed) {
        check(target, sources);
        List<Data> small = small(sources, keyed.at(0));
        Optional<Ranking> ranking = ranking(trainer, target, small, keyed.at(1));
        List<Data> kept = new ArrayList<>();
        for (int s = 0; s < small.size(); s++) {
            if (!worse(ranking, s)) {
                kept.add(small.get(s));
            }
        }
        TaskProcess process = new TaskFit(trainer, Tasks.stack(target, kept)).process();
        return new Transfer(process, facts(process, ranking, small.size()));
    }

    /**
     * The same with all rows and without dropping any source, as for levels of fidelity.
     *
     * @throws IllegalArgumentException if there are more than 5 levels or their columns differ from the target's
     */
    public static TaskProcess levels(Trainer trainer, Data target, List<Data> levels) {
        check(target, levels);
        return new TaskFit(trainer, Tasks.stack(target, levels)).process();
    }

    private static void check(Data target, List<Data> sources) {
        if (sources.size() > MOST_SOURCES) {
            throw new IllegalArgumentException(
                    sources.size() + " sources are more than " + MOST_SOURCES + ": leave out the least alike");
        }
        for (int s = 0; s < sources.size(); s++) {
            if (sources.get(s).columns() != target.columns()) {
                throw new IllegalArgumentException("source " + s + " has "
                        + sources.get(s).columns() + " columns, the target " + target.columns());
            }
        }
    }

    private static List<Data> small(List<Data> sources, Keyed keyed) {
        List<Data> small = new ArrayList<>();
        for (int s = 0; s < sources.size(); s++) {
            small.add(Subset.of(sources.get(s), SOURCE_ROWS / sources.size(), keyed.at(s)));
        }
        return small;
    }

    private static Optional<Ranking> ranking(Trainer trainer, Data target, List<Data> sources, Keyed keyed) {
        if (target.size() < TaskFit.JUDGED || sources.isEmpty()) {
            return Optional.empty();
        }
        List<GaussianProcess> alone = new ArrayList<>();
        for (int s = 0; s < sources.size(); s++) {
            alone.add(trainer.fit(sources.get(s), keyed.at(1, s)));
        }
        return Optional.of(new Ranking(trainer.fit(target, keyed.at(0)), alone, keyed.at(2)));
    }

    private static boolean worse(Optional<Ranking> ranking, int source) {
        return ranking.isPresent() && ranking.get().worse(source);
    }

    private static List<SourceFacts> facts(TaskProcess process, Optional<Ranking> ranking, int sources) {
        List<SourceFacts> facts = new ArrayList<>();
        int task = 0;
        for (int s = 0; s < sources; s++) {
            int source = s;
            double weight = ranking.map(r -> r.weight(source)).orElse(Double.NaN);
            if (worse(ranking, s)) {
                facts.add(new SourceFacts(0, Double.NaN, weight));
            } else {
                task++;
                facts.add(new SourceFacts(task, process.correlation(0, task), weight));
            }
        }
        return List.copyOf(facts);
    }
}
