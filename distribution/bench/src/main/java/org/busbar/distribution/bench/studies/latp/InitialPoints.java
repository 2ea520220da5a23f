package org.busbar.distribution.bench.studies.latp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.busbar.distribution.bench.studies.figure.Axis;
import org.busbar.distribution.bench.studies.figure.Plot;
import org.busbar.distribution.bench.studies.product.Policy;
import org.busbar.distribution.bench.studies.report.Report;
import org.busbar.distribution.bench.studies.report.Table;

/** How the number of random first conditions and the size of a batch matter. */
final class InitialPoints {

    static final int[] FIRST = {5, 10, 15, 20, 30};

    private static final int[] BATCHES = {1, 5, 6};
    private static final int FIRST_OF_BATCHES = 15;

    private final Hunt hunt;
    private final String study;

    InitialPoints(SyntheticSurface surface, String study) {
        this.hunt = new Hunt(surface);
        this.study = study;
    }

    void add(Report report, List<Long> seeds, Consumer<String> console) throws InterruptedException {
        report.say("The best of 80 conditions is looked for, " + seeds.size() + " times. At most " + Hunt.CAP
                + " tries, first ones included; a failure counts " + Hunt.CAP
                + ". Random draws without putting back give exactly " + Table.percent(Catch.randomSuccess()) + " and "
                + Table.number(Catch.randomTries(), 2) + " tries.");
        Map<String, List<Catch>> all = new LinkedHashMap<>();
        for (Latp.Hunter hunter : Latp.HUNTERS) {
            List<Catch> some = new ArrayList<>();
            for (int first : FIRST) {
                some.add(hunts(hunter.policy(), first, 1, seeds));
                report.record(record(hunter.name(), first, 1, some.get(some.size() - 1)));
                console.accept(study + ": " + hunter.name() + ", " + first + " initial points done");
            }
            all.put(hunter.name(), some);
        }
        report.table(table(all));
        report.plot(plot(
                "found within 50 tries",
                "share of hunts, %",
                all,
                each -> 100 * each.success().value()));
        report.plot(plot("tries needed, failure = 50", "mean tries", all, each -> each.tries()
                .value()));
        batches(report, seeds, console);
    }

    private Catch hunts(Policy policy, int first, int batch, List<Long> seeds) throws InterruptedException {
        int[] found = new int[seeds.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = hunt.run(policy, first, batch, seeds.get(i));
        }
        return new Catch(found);
    }

    private Map<String, Object> record(String policy, int first, int batch, Catch each) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("study", study);
        record.put("part", "hunt");
        record.put("synthetic", true);
        record.put("policy", policy);
        record.put("initial", first);
        record.put("batch", batch);
        record.put("success", each.success());
        record.put("tries", each.tries());
        record.put("found", each.found());
        return record;
    }

    private static Table table(Map<String, List<Catch>> all) {
        Table table = new Table(
                "The best of 80 conditions (synthetic), one at a time; 95 % bootstrap intervals",
                "policy",
                "initial points",
                "found within 50, %",
                "mean tries",
                "tries among successes",
                "further tries after the initial ones");
        all.forEach((policy, some) -> {
            for (int i = 0; i < FIRST.length; i++) {
                row(table, policy, String.valueOf(FIRST[i]), FIRST[i], some.get(i));
            }
        });
        return table;
    }

    private static void row(Table table, String policy, String second, int first, Catch each) {
        double success = 100 * each.success().value();
        table.row(
                policy,
                second,
                Table.number(success, 1) + " ("
                        + Table.number(100 * each.success().low(), 1) + " to "
                        + Table.number(100 * each.success().high(), 1) + ")",
                each.tries().text(1),
                Table.number(each.triesOfSuccesses(), 1),
                Table.number(each.further(first), 1));
    }

    private void batches(Report report, List<Long> seeds, Consumer<String> console) throws InterruptedException {
        Table table = new Table(
                "EI in batches by Kriging believer (synthetic), " + FIRST_OF_BATCHES + " initial points",
                "policy",
                "batch",
                "found within 50, %",
                "mean tries",
                "tries among successes",
                "further tries after the initial ones");
        Latp.Hunter hunter = Latp.HUNTERS.get(0);
        for (int batch : BATCHES) {
            Catch each = hunts(hunter.policy(), FIRST_OF_BATCHES, batch, seeds);
            row(table, hunter.name(), String.valueOf(batch), FIRST_OF_BATCHES, each);
            report.record(record(hunter.name(), FIRST_OF_BATCHES, batch, each));
            console.accept(study + ": batches of " + batch + " done");
        }
        report.table(table);
    }

    /** A figure of many hunts. */
    @FunctionalInterface
    private interface Figure {
        double of(Catch each);
    }

    private static Plot plot(String title, String label, Map<String, List<Catch>> all, Figure figure) {
        double[] first = Arrays.stream(FIRST).asDoubleStream().toArray();
        Plot plot = new Plot(
                title + " (synthetic)",
                new Axis("initial points", 0, 32),
                new Axis(label, 0, label.endsWith("%") ? 105 : Hunt.CAP));
        for (Latp.Hunter hunter : Latp.HUNTERS) {
            double[] figures = all.getOrDefault(hunter.name(), List.of()).stream()
                    .mapToDouble(figure::of)
                    .toArray();
            plot.line(hunter.name(), hunter.colour(), first, figures);
        }
        return plot;
    }
}
