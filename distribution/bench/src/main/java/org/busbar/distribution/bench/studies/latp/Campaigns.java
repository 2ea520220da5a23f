package org.busbar.distribution.bench.studies.latp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.busbar.distribution.bench.optimizers.statistics.Sample;
import org.busbar.distribution.bench.studies.figure.Axis;
import org.busbar.distribution.bench.studies.figure.Plot;
import org.busbar.distribution.bench.studies.report.Report;
import org.busbar.distribution.bench.studies.report.Table;

/** The campaign in an enlarged space, many times. */
final class Campaigns {

    private static final int MOST = 20; // of the seeds
    private static final double UNIT = 1e4; // shown in 1e-4 S/cm

    private final SyntheticSurface surface;
    private final Enlargement campaign;
    private final String study;
    private final Table table = new Table(
            "Best conductivity known after each iteration, 1e-4 S/cm (synthetic)",
            "policy",
            "iteration",
            "conditions of the space",
            "best of the space",
            "tries",
            "best known, mean",
            "lowest",
            "highest",
            "most frequent best: acid wt %, °C, min");

    Campaigns(SyntheticSurface surface, String study) {
        this.surface = surface;
        this.campaign = new Enlargement(surface);
        this.study = study;
    }

    void add(Report report, List<Long> seeds, Consumer<String> console) throws InterruptedException {
        List<Long> some = seeds.subList(0, Math.min(MOST, seeds.size()));
        double start = best(Grid.initial());
        report.say("A campaign from all 80 conditions of the initial grid (best " + Table.number(start, 2)
                + "e-4 S/cm): two iterations of 6 tries in the first space, then two of 5 in the enlarged one, each a batch"
                + " by Kriging believer; " + some.size() + " seeds.");
        Plot plot = new Plot(
                "Best known after each iteration, mean (synthetic)",
                new Axis("iteration (0: initial grid)", 0, 4.2),
                Axis.around("best conductivity, 1e-4 S/cm", start, best(Grid.late())));
        for (Latp.Hunter hunter : Latp.HUNTERS) {
            List<List<Condition>> runs = new ArrayList<>();
            for (long seed : some) {
                runs.add(campaign.run(hunter.policy(), seed));
            }
            double[] means = tell(hunter.name(), runs, start, report);
            plot.line(hunter.name(), hunter.colour(), new double[] {0, 1, 2, 3, 4}, means);
            console.accept(study + ": enlarged space, " + hunter.name() + " done");
        }
        report.table(table).plot(plot);
    }

    private double[] tell(String policy, List<List<Condition>> runs, double start, Report report) {
        double[] means = new double[Enlargement.spaces().size() + 1];
        means[0] = start;
        for (int i = 0; i + 1 < means.length; i++) {
            int iteration = i;
            List<Condition> bests = runs.stream().map(run -> run.get(iteration)).toList();
            double[] values = bests.stream().mapToDouble(this::value).toArray();
            means[i + 1] = Sample.mean(values);
            row(policy, i, values, frequent(bests));
            report.record(record(policy, i, values));
        }
        return means;
    }

    private void row(String policy, int iteration, double[] values, Condition frequent) {
        Grid space = Enlargement.spaces().get(iteration);
        table.row(
                policy,
                String.valueOf(iteration + 1),
                String.valueOf(space.conditions().size()),
                Table.number(best(space), 2),
                String.valueOf(Enlargement.tries(iteration)),
                Table.number(Sample.mean(values), 2),
                Table.number(Arrays.stream(values).min().orElse(Double.NaN), 2),
                Table.number(Arrays.stream(values).max().orElse(Double.NaN), 2),
                frequent.acid() + ", " + Math.round(frequent.temperature()) + ", " + Math.round(frequent.time()));
    }

    private static Condition frequent(List<Condition> some) {
        Map<Condition, Integer> counts = new LinkedHashMap<>();
        some.forEach(each -> counts.merge(each, 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private Map<String, Object> record(String policy, int iteration, double... values) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("study", study);
        record.put("part", "enlarged-space");
        record.put("synthetic", true);
        record.put("policy", policy);
        record.put("iteration", iteration + 1);
        record.put("best_1e-4_S_per_cm", values);
        return record;
    }

    private double best(Grid grid) {
        return value(campaign.best(grid.conditions()));
    }

    private double value(Condition condition) {
        return UNIT * surface.conductivity(condition);
    }
}
