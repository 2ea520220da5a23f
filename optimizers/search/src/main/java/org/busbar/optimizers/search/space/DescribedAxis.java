package org.busbar.optimizers.search.space;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.busbar.api.Parameter;
import org.busbar.api.Text;
import org.busbar.api.Value;
import org.busbar.api.optimize.Column;
import org.busbar.api.optimize.Scale;

/**
 * A choice among things that numbers describe, by the names of descriptors in alphabetical order, one column per descriptor that tells something new; per descriptor that
 * varies where those alone do not tell all options apart. Options that none tells apart are seen as a plain choice.
 *
 * @param rows for each option, and each thing described that is no option now, its descriptors as shares of their ranges
 *     over the options
 */
record DescribedAxis(Parameter.Choice choice, Map<String, double[]> rows) implements Axis {

    /** Descriptors correlated more than this with an earlier one are left out. */
    private static final double SAME = 0.7;

    static Axis of(Parameter.Choice choice, Scale.Described described) {
        List<String> kept = kept(choice, described);
        if (!tellApart(choice, described, kept)) {
            return new OptionAxis(choice);
        }
        Map<String, double[]> rows = new LinkedHashMap<>();
        described.options().keySet().forEach(option -> rows.put(option, new double[kept.size()]));
        for (int i = 0; i < kept.size(); i++) {
            scale(choice, described, kept.get(i), rows, i);
        }
        return new DescribedAxis(choice, rows);
    }

    private static void scale(
            Parameter.Choice choice, Scale.Described described, String name, Map<String, double[]> rows, int at) {
        double[] numbers = numbers(choice, described, name);
        double min = numbers[0];
        double max = numbers[0];
        for (double number : numbers) {
            min = Math.min(min, number);
            max = Math.max(max, number);
        }
        for (Map.Entry<String, double[]> row : rows.entrySet()) {
            row.getValue()[at] = (number(described, row.getKey(), name) - min) / (max - min);
        }
    }

    private static List<String> kept(Parameter.Choice choice, Scale.Described described) {
        List<String> kept = new ArrayList<>();
        Set<String> names =
                new TreeSet<>(described.options().values().iterator().next().keySet());
        for (String name : names) {
            double[] numbers = numbers(choice, described, name);
            boolean isNew = kept.stream()
                    .noneMatch(earlier -> Math.abs(correlation(numbers(choice, described, earlier), numbers)) > SAME);
            if (isNew && correlation(numbers, numbers) > 0) {
                kept.add(name);
            }
        }
        return tellApart(choice, described, kept) ? kept : varying(choice, described, names);
    }

    private static List<String> varying(Parameter.Choice choice, Scale.Described described, Set<String> names) {
        return names.stream()
                .filter(name -> correlation(numbers(choice, described, name), numbers(choice, described, name)) > 0)
                .toList();
    }

    private static boolean tellApart(Parameter.Choice choice, Scale.Described described, List<String> names) {
        long different = choice.options().stream()
                .map(option -> names.stream()
                        .map(name -> number(described, option, name))
                        .toList())
                .distinct()
                .count();
        return !names.isEmpty() && different == choice.options().size();
    }

    private static double[] numbers(Parameter.Choice choice, Scale.Described described, String name) {
        return choice.options().stream()
                .mapToDouble(option -> number(described, option, name))
                .toArray();
    }

    private static double number(Scale.Described described, String option, String name) {
        Map<String, Double> numbers = described.options().get(option);
        Double number = numbers == null ? null : numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException(
                    option + " has no descriptor " + name + "; give each option all of them");
        }
        return number;
    }

    /** Pearson's; 0 if one does not vary. */
    private static double correlation(double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        double least = 1e-24 * a.length;
        return aa <= least * meanA * meanA || bb <= least * meanB * meanB ? 0 : ab / Math.sqrt(aa * bb);
    }

    private static double mean(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum / numbers.length;
    }

    @Override
    public int width() {
        return row(choice.options().get(0)).length;
    }

    @Override
    public Column.Kind kind() {
        return Column.Kind.DESCRIPTOR;
    }

    /** A word without descriptors is seen as the mean of the options. */
    @Override
    public void encode(Value value, double[] row, int at) {
        if (!(value instanceof Text text)) {
            throw new IllegalArgumentException(choice.refusal(value).orElse(choice.name() + " is not a word"));
        }
        double[] descriptors = rows.containsKey(text.text()) ? row(text.text()) : centre();
        System.arraycopy(descriptors, 0, row, at, descriptors.length);
    }

    private double[] centre() {
        double[] centre = new double[width()];
        for (String option : choice.options()) {
            for (int i = 0; i < centre.length; i++) {
                centre[i] += row(option)[i] / choice.options().size();
            }
        }
        return centre;
    }

    @Override
    public double coordinate(Value value) {
        return OptionAxis.place(choice, value);
    }

    @Override
    public void write(double coordinate, double[] row, int at) {
        double[] descriptors = row(choice.options().get((int) coordinate));
        System.arraycopy(descriptors, 0, row, at, descriptors.length);
    }

    @Override
    public double read(double[] row, int at) {
        int best = 0;
        for (int i = 1; i < choice.options().size(); i++) {
            if (distance(i, row, at) < distance(best, row, at)) {
                best = i;
            }
        }
        return best;
    }

    private double distance(int option, double[] row, int at) {
        double[] descriptors = row(choice.options().get(option));
        double squared = 0;
        for (int i = 0; i < descriptors.length; i++) {
            double difference = row[at + i] - descriptors[i];
            squared += difference * difference;
        }
        return squared;
    }

    private double[] row(String option) {
        return Objects.requireNonNull(rows.get(option), option);
    }

    @Override
    public Value decode(double coordinate) {
        return new Text(choice.options().get((int) coordinate));
    }
}
