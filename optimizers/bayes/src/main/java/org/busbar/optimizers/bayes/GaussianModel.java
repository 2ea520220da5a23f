package org.busbar.optimizers.bayes;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.optimize.Training;
import org.busbar.optimizers.bayes.acquire.Correlated;
import org.busbar.optimizers.bayes.gp.Anchors;
import org.busbar.optimizers.bayes.gp.Facts;
import org.busbar.optimizers.bayes.gp.GaussianProcess;
import org.busbar.optimizers.bayes.gp.LeaveOneOut;
import org.busbar.optimizers.bayes.gp.Moments;
import org.busbar.optimizers.bayes.gp.SourceFacts;
import org.busbar.optimizers.bayes.gp.Tangent;
import org.busbar.optimizers.bayes.gp.Transfer;

/**
 * What a Gaussian process has learnt.
 *
 * @param own how many of its rows are the target's own, which come first
 */
record GaussianModel(GaussianProcess process, int own, Map<String, String> remarks) implements Correlated {

    static GaussianModel of(GaussianProcess process) {
        return new GaussianModel(process, process.data().size(), Map.of());
    }

    static GaussianModel of(Transfer transfer, List<Training.Source> sources, int own) {
        Map<String, String> remarks = new LinkedHashMap<>();
        for (int s = 0; s < sources.size(); s++) {
            remarks.put(
                    "history " + sources.get(s).name(),
                    remark(transfer.sources().get(s)));
        }
        return new GaussianModel(transfer.process().task(0), own, remarks);
    }

    private static String remark(SourceFacts facts) {
        return facts.dropped()
                ? "not used: it ranks what was tried worse than the trials themselves do"
                : String.format(Locale.ROOT, "used, correlation %.2f", facts.correlation());
    }

    @Override
    public Forecast predict(double[][] rows) {
        Moments moments = process.predict(rows);
        return new Forecast(moments.means(), moments.sds());
    }

    @Override
    public GaussianModel with(double[] row, double value) {
        return new GaussianModel(process.with(row, value, Double.NaN), own, remarks);
    }

    @Override
    public double[][] covariance(double[][] rows) {
        return process.covariance(rows, rows);
    }

    @Override
    public Toward toward(double[][] rows) {
        Anchors anchors = Anchors.of(process, rows);
        return new Toward() {
            @Override
            public double[][] of(double[][] others) {
                return anchors.covariances(others);
            }

            @Override
            public Optional<double[]> slope(double[] row, double[] weights) {
                return Optional.of(anchors.slope(row, weights));
            }
        };
    }

    @Override
    public Optional<Slope> slope(double[] row) {
        Tangent tangent = process.tangent(row);
        return Optional.of(new Slope(tangent.mean(), tangent.sd(), tangent.meanSlope(), tangent.sdSlope()));
    }

    @Override
    public double noise() {
        return process.hyperparameters().noise();
    }

    @Override
    public Optional<Forecast> leftOut() {
        LeaveOneOut left = process.leaveOneOut();
        return Optional.of(new Forecast(Arrays.copyOf(left.means(), own), Arrays.copyOf(left.sds(), own)));
    }

    @Override
    public double[] relevances() {
        return Arrays.stream(process.hyperparameters().lengths())
                .map(length -> 1 / length)
                .toArray();
    }

    @Override
    public Map<String, String> facts() {
        Facts facts = process.facts();
        Map<String, String> all = new LinkedHashMap<>();
        all.put("kernel", facts.kernel().name().toLowerCase(Locale.ROOT));
        all.put("length scales", words(facts.fitted().hyperparameters().lengths()));
        all.put("noise variance", String.format(Locale.ROOT, "%.3g", noise()));
        all.put("evidence", String.format(Locale.ROOT, "%.4g", facts.evidence()));
        if (facts.fitted().rows() < process.data().size()) {
            all.put("length scales learnt from", facts.fitted().rows() + " rows");
        }
        if (facts.jitter() > 0) {
            all.put("jitter", String.format(Locale.ROOT, "%.0e", facts.jitter()));
        }
        all.putAll(remarks);
        return all;
    }

    private static String words(double[] numbers) {
        StringBuilder words = new StringBuilder();
        for (double number : numbers) {
            words.append(words.length() == 0 ? "" : ", ").append(String.format(Locale.ROOT, "%.3g", number));
        }
        return words.toString();
    }
}
