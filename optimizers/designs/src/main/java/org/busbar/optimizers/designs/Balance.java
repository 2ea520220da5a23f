package org.busbar.optimizers.designs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.busbar.api.Values;

/**
 * How balanced some points are.
 *
 * @param points any number
 * @param ground what they lie on
 * @param columns their places by parameter; a choice of more than two options has a column of 0 and 1 for each but the last
 */
record Balance(List<Values> points, Ground ground, List<Column> columns) {

    /** More levels are told by tenths of the range. */
    private static final int LEVELS = 12;

    /** One column of numbers. */
    record Column(String parameter, double[] numbers) {}

    static Balance of(List<Values> points, Ground ground) {
        List<Column> columns = new ArrayList<>();
        for (Axis axis : ground.axes()) {
            boolean many = axis instanceof ChoiceAxis choice
                    && choice.parameter().options().size() > 2;
            columns.addAll(many ? indicators((ChoiceAxis) axis, points) : List.of(places(axis, points)));
        }
        return new Balance(points, ground, columns);
    }

    private static Column places(Axis axis, List<Values> points) {
        return new Column(axis.name(), numbers(axis, points));
    }

    private static double[] numbers(Axis axis, List<Values> points) {
        return points.stream().mapToDouble(p -> axis.place(p.get(axis.name()))).toArray();
    }

    private static List<Column> indicators(ChoiceAxis axis, List<Values> points) {
        List<String> options = axis.parameter().options();
        return options.subList(0, options.size() - 1).stream()
                .map(option -> new Column(
                        axis.name(),
                        points.stream()
                                .mapToDouble(p -> p.get(axis.parameter()).equals(option) ? 1 : 0)
                                .toArray()))
                .toList();
    }

    /** @param whose what these points are, in front of the name of each fact */
    Map<String, String> facts(String whose) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(whose + " points", Integer.toString(points.size()));
        if (points.isEmpty()) {
            return facts;
        }
        ground.axes().forEach(axis -> facts.put(whose + " levels of " + axis.name(), levels(axis)));
        facts.put(whose + " largest correlation", correlation());
        facts.put(whose + " centred L2 discrepancy", Double.toString(Discrepancy.centred(cube())));
        return facts;
    }

    /** How often each level occurs, such as {@code 0.2 mol/kg 4 times, 2.1 mol/kg 4 times}. */
    private String levels(Axis axis) {
        Map<Double, Integer> counts = new TreeMap<>();
        Map<Double, String> names = new LinkedHashMap<>();
        for (Values point : points) {
            double place = axis.place(point.get(axis.name()));
            counts.merge(place, 1, Integer::sum);
            names.putIfAbsent(place, point.get(axis.name()).toString());
        }
        return counts.size() > LEVELS
                ? tenths(counts)
                : counts.entrySet().stream()
                        .map(level -> names.get(level.getKey()) + " " + level.getValue() + " times")
                        .collect(Collectors.joining(", "));
    }

    private static String tenths(Map<Double, Integer> counts) {
        int[] tenths = new int[10];
        counts.forEach((place, count) -> tenths[(int) Math.max(0, Math.min(9, Math.floor(place * 10)))] += count);
        return counts.size() + " levels; by tenths of the range " + Arrays.toString(tenths);
    }

    /** The largest absolute correlation between columns of different parameters, and between which. */
    private String correlation() {
        double largest = 0;
        String between = "";
        for (Column a : columns) {
            for (Column b : columns) {
                double r = a.parameter().compareTo(b.parameter()) < 0 ? Math.abs(correlation(a, b)) : 0;
                if (r > largest) {
                    largest = r;
                    between = " between " + a.parameter() + " and " + b.parameter();
                }
            }
        }
        return largest + between;
    }

    /** 0 if a column does not vary. */
    private static double correlation(Column a, Column b) {
        double[] x = centred(a.numbers());
        double[] y = centred(b.numbers());
        double spread = Math.sqrt(product(x, x)) * Math.sqrt(product(y, y));
        return spread > 0 ? product(x, y) / spread : 0;
    }

    private static double[] centred(double[] numbers) {
        double mean = 0;
        for (double number : numbers) {
            mean += number / numbers.length;
        }
        double[] centred = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            centred[i] = numbers[i] - mean;
        }
        return centred;
    }

    private static double product(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    /** Places from 0 to 1 for the discrepancy; options that are none any more lie in the middle. */
    private double[][] cube() {
        double[][] cube = new double[points.size()][ground.axes().size()];
        for (int column = 0; column < ground.axes().size(); column++) {
            double[] numbers = numbers(ground.axes().get(column), points);
            for (int row = 0; row < numbers.length; row++) {
                cube[row][column] = Double.isNaN(numbers[row]) ? 0.5 : Math.max(0, Math.min(1, numbers[row]));
            }
        }
        return cube;
    }
}
