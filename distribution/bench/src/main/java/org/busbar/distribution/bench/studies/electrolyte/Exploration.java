package org.busbar.distribution.bench.studies.electrolyte;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.busbar.distribution.bench.optimizers.statistics.Sample;
import org.busbar.distribution.bench.studies.figure.Axis;
import org.busbar.distribution.bench.studies.figure.Colour;
import org.busbar.distribution.bench.studies.figure.Plot;
import org.busbar.distribution.bench.studies.product.Policies;
import org.busbar.distribution.bench.studies.product.Policy;
import org.busbar.distribution.bench.studies.report.Report;
import org.busbar.distribution.bench.studies.report.Study;
import org.busbar.distribution.bench.studies.report.Table;

/** How much faster a model learns a pool if it chooses the formulations itself. */
public final class Exploration implements Study {

    private static final List<String> SURROGATES = List.of("forest", "gp");

    private final List<Temperature> temperatures;
    private final Table errors = new Table(
            "Tries to the mean absolute error on the rest that random picks have after "
                    + Acceleration.ROUNDS * Expedition.ROUND + " tries (95 % bootstrap intervals over seeds)",
            "temperature",
            "surrogate",
            "level, mS/cm",
            "tries, chosen",
            "acceleration factor",
            "by root mean square error");
    private final Table finds = new Table(
            "Mean tries to the best formulation, " + Expedition.TRIES + " if not found (random, exact: "
                    + "43 without and 39.2 with this cap)",
            "temperature",
            "surrogate",
            "chosen by variance",
            "random",
            "acceleration factor");

    /** Takes the pools, one per temperature. */
    public Exploration(List<Temperature> temperatures) {
        this.temperatures = List.copyOf(temperatures);
    }

    @Override
    public String name() {
        return "electrolyte-exploration";
    }

    @Override
    public int repetitions() {
        return 50;
    }

    @Override
    public Report run(List<Long> seeds, Consumer<String> console) throws InterruptedException {
        Report report = new Report("Exploring electrolytes: chosen formulations against random ones");
        List<Plot> plots = new ArrayList<>();
        for (Temperature pool : temperatures) {
            plots.add(explore(pool, seeds, report));
            console.accept(name() + ": " + pool.name() + " done, " + plots.size() + " of " + temperatures.size());
        }
        report.say("Measured data (Flores et al. 2022), one pool of about 85 formulations per temperature. "
                + Expedition.ROUND
                + " random formulations, then rounds of " + Expedition.ROUND + ": by the optimizer bayes with the"
                + " acquisition variance (largest variance, alpha = 0 of the mixed rule) and the surrogate forest or gp,"
                + " or by the optimizer random. After each round the same kind of model is fitted to what was tried and"
                + " asked for the rest. " + seeds.size() + " seeds; the first picks are the same for all.");
        report.table(errors).table(finds);
        plots.forEach(report::plot);
        return report;
    }

    private Plot explore(Temperature pool, List<Long> seeds, Report report) throws InterruptedException {
        Map<String, List<Trace>> runs = new LinkedHashMap<>();
        for (String surrogate : SURROGATES) {
            List<Trace> chosen = traces(pool, Policies.bayes(surrogate, "variance"), surrogate, seeds);
            List<Trace> random = traces(pool, Policies.random(), surrogate, seeds);
            runs.put(surrogate + ", chosen", chosen);
            runs.put(surrogate + ", random", random);
            Acceleration found = new Acceleration(chosen, random);
            tell(pool, surrogate, found);
            report.record(record(pool, surrogate, seeds, found));
        }
        return plot(pool, runs);
    }

    private static List<Trace> traces(Temperature pool, Policy policy, String surrogate, List<Long> seeds)
            throws InterruptedException {
        List<Trace> traces = new ArrayList<>();
        for (long seed : seeds) {
            traces.add(new Expedition(pool, policy, surrogate).run(seed));
        }
        return traces;
    }

    private void tell(Temperature pool, String surrogate, Acceleration found) {
        errors.row(
                pool.name(),
                surrogate,
                Table.number(found.level(), 3),
                found.tries().text(1),
                found.ofError().text(2),
                found.ofSquaredError().text(2));
        finds.row(
                pool.name(),
                surrogate,
                Table.number(Sample.mean(Acceleration.tries(found.active(), pool.best())), 1),
                Table.number(Sample.mean(Acceleration.tries(found.random(), pool.best())), 1),
                found.ofFinding(pool.best()).text(2));
    }

    private Map<String, Object> record(Temperature pool, String surrogate, List<Long> seeds, Acceleration found) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("study", name());
        record.put("temperature_K", pool.kelvin());
        record.put("surrogate", surrogate);
        record.put("seeds", seeds.size());
        record.put("level_mS_per_cm", found.level());
        record.put("acceleration_error", found.ofError());
        record.put("acceleration_squared_error", found.ofSquaredError());
        record.put("acceleration_best", found.ofFinding(pool.best()));
        record.put("error_chosen", Acceleration.mean(found.active()));
        record.put("error_random", Acceleration.mean(found.random()));
        record.put("tries_chosen", Acceleration.tries(found.active(), pool.best()));
        record.put("tries_random", Acceleration.tries(found.random(), pool.best()));
        return record;
    }

    private static Plot plot(Temperature pool, Map<String, List<Trace>> runs) {
        double[] tries = new double[Expedition.TRIES / Expedition.ROUND];
        Arrays.setAll(tries, i -> (i + 1) * Expedition.ROUND);
        double[] high = runs.values().stream()
                .flatMapToDouble(some -> Arrays.stream(Acceleration.quantile(0.75, some)))
                .toArray();
        Plot plot = new Plot(
                pool.name() + ": mean error, quartiles shaded",
                Axis.upTo("tries", Expedition.TRIES),
                Axis.upTo("MAE on the rest, mS/cm", high));
        runs.forEach((name, some) -> {
            Colour colour = name.startsWith("forest") ? Colour.BLUE : Colour.ORANGE;
            double[] mean = Acceleration.mean(some);
            if (name.endsWith("random")) {
                plot.dashed(name, colour, tries, mean);
            } else {
                plot.band(colour, tries, Acceleration.quantile(0.25, some), Acceleration.quantile(0.75, some));
                plot.line(name, colour, tries, mean);
            }
        });
        return plot;
    }
}
