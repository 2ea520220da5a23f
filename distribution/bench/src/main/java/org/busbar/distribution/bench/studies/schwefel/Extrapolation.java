package org.busbar.distribution.bench.studies.schwefel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.busbar.distribution.bench.studies.figure.Axis;
import org.busbar.distribution.bench.studies.figure.Colour;
import org.busbar.distribution.bench.studies.figure.Plot;
import org.busbar.distribution.bench.studies.product.Expectation;
import org.busbar.distribution.bench.studies.product.Regression;
import org.busbar.distribution.bench.studies.product.Score;
import org.busbar.distribution.bench.studies.report.Report;
import org.busbar.distribution.bench.studies.report.Study;
import org.busbar.distribution.bench.studies.report.Table;

/** What models expect beyond the values they have seen. */
public final class Extrapolation implements Study {

    private static final Map<String, Colour> SURROGATES = new LinkedHashMap<>();

    static {
        SURROGATES.put("forest", Colour.BLUE);
        SURROGATES.put("polynomial", Colour.GREEN);
        SURROGATES.put("gp", Colour.ORANGE);
    }

    private static final int[] SIZES = {400, 1600};
    private static final List<String> REGIONS = List.of("inside", "below", "above");

    @Override
    public String name() {
        return "extrapolation";
    }

    @Override
    public int repetitions() {
        return 20;
    }

    @Override
    public Report run(List<Long> seeds, Consumer<String> console) throws InterruptedException {
        Report report = new Report("Failure of extrapolation: Schwefel's function beyond the values seen");
        report.warn("A test function (Schwefel, two dimensions, -500 to 500), no measurement.");
        report.say("Of 400 or 1600"
                + " random points, half of those between the 15th and the 85th percentile of the"
                + " values teach a model; it is asked for the other half (inside) and for the tails. " + seeds.size()
                + " seeds; drawings show seed " + seeds.get(0) + ".");
        Table table = new Table(
                "Error and coverage of 95 % intervals, all seeds together, where the model speaks",
                "points", "surrogate", "region", "values", "abstains", "MAE", "RMSE", "mean deviation", "within 95 %");
        List<Plot> plots = new ArrayList<>();
        for (int size : SIZES) {
            for (String surrogate : SURROGATES.keySet()) {
                Map<String, Score> scores = scores(size, surrogate, seeds);
                scores.forEach((region, score) -> tell(table, size, surrogate, region, score));
                scores.forEach((region, score) -> report.record(record(size, surrogate, region, seeds, score)));
                plots.add(plot(size, surrogate, scores(size, surrogate, seeds.subList(0, 1))));
                console.accept(name() + ": " + surrogate + ", " + size + " points done");
            }
        }
        report.table(table);
        plots.forEach(report::plot);
        return report;
    }

    private static Map<String, Score> scores(int size, String surrogate, List<Long> seeds) throws InterruptedException {
        Map<String, Score> scores = new LinkedHashMap<>();
        for (long seed : seeds) {
            Tails tails = Tails.drawn(size, seed);
            Regression learnt = Regression.fit(surrogate, tails.taught(), Tails.values(tails.taught()), seed);
            double[][][] asked = {tails.inside(), tails.below(), tails.above()};
            for (int i = 0; i < asked.length; i++) {
                Score score = score(learnt, asked[i]);
                scores.merge(REGIONS.get(i), score, Score::and);
            }
        }
        return scores;
    }

    private static Score score(Regression learnt, double[][] points) {
        Score score = new Score();
        List<Expectation> expected = learnt.at(points);
        for (int i = 0; i < points.length; i++) {
            score.add(expected.get(i), Tails.schwefel(points[i]));
        }
        return score;
    }

    private static void tell(Table table, int size, String surrogate, String region, Score score) {
        table.row(
                String.valueOf(size),
                surrogate,
                region,
                String.valueOf(score.size()),
                Table.percent(score.silent() / (double) (score.silent() + score.size())),
                Table.number(score.mae(), 0),
                Table.number(score.rmse(), 0),
                Table.number(score.deviation(), 0),
                Table.percent(score.coverage()));
    }

    private Map<String, Object> record(int size, String surrogate, String region, List<Long> seeds, Score score) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("study", name());
        record.put("synthetic", true);
        record.put("points", size);
        record.put("surrogate", surrogate);
        record.put("region", region);
        record.put("seeds", seeds.size());
        record.put("values", score.size());
        record.put("abstained", score.silent());
        record.put("mae", score.mae());
        record.put("rmse", score.rmse());
        record.put("mean_deviation", score.deviation());
        record.put("coverage_95", score.coverage());
        return record;
    }

    private static Plot plot(int size, String surrogate, Map<String, Score> scores) {
        double[] ends = {0, 1700};
        Plot plot = new Plot(
                surrogate + ", " + size + " points (synthetic)",
                new Axis("true value, no unit", 0, 1700),
                new Axis("expected value, no unit", -200, 1900),
                300,
                300);
        scores.forEach((region, score) -> {
            Colour colour = region.equals("inside") ? Colour.GREY : SURROGATES.getOrDefault(surrogate, Colour.PINK);
            double[] low =
                    score.expected().stream().mapToDouble(Expectation::low).toArray();
            double[] high =
                    score.expected().stream().mapToDouble(Expectation::high).toArray();
            double[] mean =
                    score.expected().stream().mapToDouble(Expectation::mean).toArray();
            String name = region.equals("inside") ? "values like those seen" : "values beyond, 95 % interval";
            plot.spans(colour, score.measured(), low, high).dots(name, colour, 2.5, score.measured(), mean);
        });
        return plot.dashed("equal", Colour.PINK, ends, ends);
    }
}
