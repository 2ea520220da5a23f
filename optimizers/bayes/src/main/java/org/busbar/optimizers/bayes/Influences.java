package org.busbar.optimizers.bayes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.busbar.api.Parameter;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.optimize.Column;
import org.busbar.api.optimize.Insight;
import org.busbar.api.optimize.Space;
import org.busbar.optimizers.bayes.gp.Data;
import org.busbar.optimizers.bayes.gp.Decomposition;
import org.busbar.optimizers.bayes.gp.Kernel;
import org.busbar.optimizers.bayes.gp.Priors;
import org.busbar.optimizers.bayes.gp.Trainer;
import org.busbar.optimizers.search.numeric.Keyed;
import org.busbar.optimizers.search.space.EncodedSpace;
import org.jspecify.annotations.Nullable;

/** How much each parameter matters to an objective. */
final class Influences {

    private static final int MOST_GROUPS = 16; // variances of more cannot be told in reasonable time

    private final Knowledge knowledge;
    private final Lesson lesson;
    private final Space space;
    private final EncodedSpace encoded;
    private final Map<String, int[]> columns = new LinkedHashMap<>();

    Influences(Knowledge knowledge, Lesson lesson, Space space, EncodedSpace encoded) {
        this.knowledge = knowledge;
        this.lesson = lesson;
        this.space = space;
        this.encoded = encoded;
        for (Parameter parameter : space.parameters()) {
            int[] own = IntStream.range(0, encoded.width())
                    .filter(c -> encoded.columns().get(c).parameter().equals(parameter.name()))
                    .toArray();
            columns.put(parameter.name(), own);
        }
    }

    /** One for each parameter of the space. */
    List<Insight.Influence> all(long seed) {
        List<Insight.Influence> all = new ArrayList<>();
        double[] none = new double[columns.size()];
        Arrays.fill(none, Double.NaN);
        boolean few = columns.size() <= MOST_GROUPS;
        @Nullable Decomposition shares = few ? decomposition(seed) : null;
        double[] first = shares == null ? none : shares.first();
        double[] total = shares == null ? none : shares.total();
        double[] shapley = shares == null || !shares.isShapleyKnown() ? none : shares.shapley();
        int place = 0;
        for (Map.Entry<String, int[]> entry : columns.entrySet()) {
            double relevance = relevance(entry.getValue());
            all.add(new Insight.Influence(entry.getKey(), relevance, first[place], total[place], shapley[place]));
            place++;
        }
        return all;
    }

    private double relevance(int[] own) {
        double[] relevances = lesson.model().relevances();
        return relevances.length == 0
                ? Double.NaN
                : Arrays.stream(own).mapToDouble(c -> relevances[c]).max().orElse(Double.NaN);
    }

    private Decomposition decomposition(long seed) {
        Data data = Data.of(encoded.width(), knowledge.rows(), lesson.values());
        Trainer trainer = new Trainer(Kernel.RBF, Priors.Family.LOG_NORMAL);
        List<Decomposition.Group> groups = space.parameters().stream()
                .map(parameter -> group(parameter, columns.getOrDefault(parameter.name(), new int[0])))
                .toList();
        return new Decomposition(trainer.fit(data, Keyed.of(seed)), groups);
    }

    private Decomposition.Group group(Parameter parameter, int[] own) {
        boolean single = own.length == 1 && encoded.columns().get(own[0]).kind() != Column.Kind.DESCRIPTOR;
        if (single && !(parameter instanceof Parameter.Choice)) {
            double[] range = range(own[0]);
            return new Decomposition.Group.Uniform(own[0], range[0], range[1]);
        }
        List<String> options = parameter instanceof Parameter.Choice choice ? choice.options() : List.of();
        Values any = knowledge.points().get(0);
        double[][] rows = options.stream()
                .map(option -> encoded.encode(any.with(parameter.name(), new Text(option))))
                .map(row -> Arrays.stream(own).mapToDouble(c -> row[c]).toArray())
                .toArray(double[][]::new);
        return new Decomposition.Group.Options(own, rows);
    }

    /** Within 0 and 1, and of a share no farther than was tried: most mixtures leave much of that range out. */
    private double[] range(int column) {
        if (encoded.columns().get(column).kind() != Column.Kind.SHARE) {
            return new double[] {0, 1};
        }
        double low = Arrays.stream(knowledge.rows())
                .mapToDouble(row -> row[column])
                .min()
                .orElse(0);
        double high = Arrays.stream(knowledge.rows())
                .mapToDouble(row -> row[column])
                .max()
                .orElse(1);
        return new double[] {low, high};
    }

    /** What is to be known about these numbers. */
    String remark() {
        return space.mixtures().isEmpty() && space.candidates().isEmpty()
                ? ""
                : "shares of variance are those for parameters that vary independently of each other, which they cannot"
                        + " all do here; compare them, do not add them up";
    }
}
