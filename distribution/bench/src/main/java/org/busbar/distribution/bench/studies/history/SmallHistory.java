package org.busbar.distribution.bench.studies.history;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.distribution.bench.optimizers.statistics.Sample;
import org.busbar.distribution.bench.studies.electrolyte.Formulation;
import org.busbar.distribution.bench.studies.electrolyte.Temperature;
import org.busbar.distribution.bench.studies.figure.Axis;
import org.busbar.distribution.bench.studies.figure.Colour;
import org.busbar.distribution.bench.studies.figure.Plot;
import org.busbar.distribution.bench.studies.product.Policies;
import org.busbar.distribution.bench.studies.product.Policy;
import org.busbar.distribution.bench.studies.report.Interval;
import org.busbar.distribution.bench.studies.report.Report;
import org.busbar.distribution.bench.studies.report.Study;
import org.busbar.distribution.bench.studies.report.Table;
import org.busbar.optimizers.search.numeric.Keyed;

/** What a few old measurements of a similar material are worth. */
public final class SmallHistory implements Study {

    private static final String RANDOM = "random";
    private static final String BY_HAND = "one factor at a time";
    private static final String BY_HAND_FROM_OLD = "one factor at a time from the old best";
    private static final String ALONE = "bayes";
    private static final String TRANSFER = "bayes with history";
    private static final String MISLED = "bayes with misleading history";

    private static final Policy BAYES =
            Policies.bayes("gp", "log-ei", Values.of("start", new Quantity(3, Unit.ONE, Double.NaN)));

    private final String name;
    private final Temperature old;
    private final Temperature fresh;

    /** Takes the old and the new material: the same formulations at two temperatures. */
    public SmallHistory(String name, Temperature old, Temperature fresh) {
        this.name = name;
        this.old = old;
        this.fresh = fresh;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int repetitions() {
        return 100;
    }

    @Override
    public Report run(List<Long> seeds, Consumer<String> console) throws InterruptedException {
        Map<String, double[]> tries = new LinkedHashMap<>();
        for (int i = 0; i < seeds.size(); i++) {
            int place = i;
            search(seeds.get(i))
                    .forEach((method, count) ->
                            tries.computeIfAbsent(method, m -> new double[seeds.size()])[place] = count);
            if ((i + 1) % 10 == 0) {
                console.accept(name() + ": " + (i + 1) + " of " + seeds.size() + " seeds done");
            }
        }
        Report report = new Report("A small history: old data, one factor at a time, help a new material");
        explain(report, seeds);
        report.table(table(tries)).table(pairs(tries)).plot(plot(tries));
        tries.forEach((method, counts) -> report.record(record(method, counts)));
        return report;
    }

    private Map<String, Integer> search(long seed) throws InterruptedException {
        Past past = Past.of(old, seed);
        int first = Keyed.of(seed, 8).below(fresh.size());
        Map<String, Integer> tries = new LinkedHashMap<>();
        tries.put(RANDOM, new Search(fresh, Policies.random(), Optional.empty()).run(first, seed));
        Search byHand = new Search(fresh, new OneFactorAtATime(), Optional.empty());
        tries.put(BY_HAND, byHand.run(first, seed));
        Formulation best = old.formulation(past.best());
        tries.put(BY_HAND_FROM_OLD, byHand.run(sameInNew(best), seed));
        tries.put(ALONE, new Search(fresh, BAYES, Optional.empty()).run(first, seed));
        tries.put(TRANSFER, new Search(fresh, BAYES, Optional.of(past.history())).run(first, seed));
        tries.put(MISLED, new Search(fresh, BAYES, Optional.of(past.misleading())).run(first, seed));
        return tries;
    }

    private int sameInNew(Formulation formulation) {
        for (int i = 0; i < fresh.size(); i++) {
            Formulation each = fresh.formulation(i);
            if (each.share() == formulation.share() && each.salt() == formulation.salt()) {
                return i;
            }
        }
        throw new IllegalArgumentException(formulation + " was not measured at " + fresh.name());
    }

    private void explain(Report report, List<Long> seeds) {
        Formulation before = old.formulation(old.best());
        Formulation now = fresh.formulation(fresh.best());
        report.say("Measured data (Flores et al. 2022). The old material is the electrolyte at " + old.name()
                + ", the new one the same solvents and salt at " + fresh.name()
                + ": conductivities differ, and the best moves from "
                + words(before) + " to " + words(now) + ". The history is one factor at a time, five levels, around a"
                + " random formulation of the old material, about nine measurements. Each try gives one measured"
                + " replicate.");
        report.warn(
                "Only the misleading history: the same points, their values mirrored (lowest plus highest less each),"
                        + " so that the worst looks best.");
        report.say("Wanted is a formulation whose mean is within 2 % of the best of " + fresh.size() + "; at most "
                + Search.CAP + " tries, a failure counts " + Search.CAP
                + ". All begin with the same random formulation,"
                + " but for the one that begins with the old best; bayes (gp, log-ei) learns from the third value on. "
                + seeds.size() + " paired seeds.");
    }

    private static String words(Formulation formulation) {
        return Table.number(formulation.share(), 2) + " PC share and " + Table.number(formulation.salt(), 2)
                + " mol/kg";
    }

    private static Table table(Map<String, double[]> tries) {
        Table table = new Table(
                "Tries until within 2 % of the best; 95 % bootstrap intervals",
                "method", "mean tries", "median", "reached within " + Search.CAP);
        tries.forEach((method, counts) -> table.row(
                method,
                Interval.ofMean(counts).text(1),
                Table.number(Sample.median(counts), 1),
                Table.percent(reached(counts, Search.CAP - 1) / (double) counts.length)));
        return table;
    }

    private static Table pairs(Map<String, double[]> tries) {
        Table table = new Table(
                "Paired differences of tries, first less second; 95 % bootstrap intervals",
                "first", "second", "mean difference", "acceleration factor (second over first)");
        pair(table, tries, ALONE, BY_HAND);
        pair(table, tries, TRANSFER, BY_HAND);
        pair(table, tries, TRANSFER, BY_HAND_FROM_OLD);
        pair(table, tries, TRANSFER, ALONE);
        pair(table, tries, MISLED, ALONE);
        return table;
    }

    private static void pair(Table table, Map<String, double[]> tries, String first, String second) {
        double[] some = tries.getOrDefault(first, new double[0]);
        double[] others = tries.getOrDefault(second, new double[0]);
        double[] differences = new double[some.length];
        Arrays.setAll(differences, i -> some[i] - others[i]);
        table.row(
                first,
                second,
                Interval.ofMean(differences).text(1),
                Interval.ofRatio(others, some).text(2));
    }

    private static long reached(double[] counts, int tries) {
        return Arrays.stream(counts).filter(count -> count <= tries).count();
    }

    private static Plot plot(Map<String, double[]> tries) {
        double[] x = new double[Search.CAP - 1];
        Arrays.setAll(x, i -> i + 1);
        Plot plot = new Plot(
                "Searches that have reached 2 %",
                new Axis("tries", 0, Search.CAP), new Axis("share of seeds, %", 0, 102), 480, 300);
        int place = 0;
        for (Map.Entry<String, double[]> each : tries.entrySet()) {
            Colour colour = Colour.values()[Colour.values().length - 1 - place++];
            double[] share = Arrays.stream(x)
                    .map(t -> 100.0 * reached(each.getValue(), (int) t) / each.getValue().length)
                    .toArray();
            plot.line(each.getKey(), colour, x, share);
        }
        return plot;
    }

    private Map<String, Object> record(String method, double... counts) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("study", name());
        record.put("method", method);
        record.put("synthetic", method.equals(MISLED));
        record.put("tries", counts);
        record.put("mean", Interval.ofMean(counts));
        return record;
    }
}
