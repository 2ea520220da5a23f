package org.busbar.optimizers.bayes.gp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of several tasks below each other, those of the target, task 0, first.
 *
 * @param data all rows
 * @param of the task of each row
 * @param count number of tasks
 */
record Tasks(Data data, int[] of, int count) {

    static Tasks stack(Data target, List<Data> sources) {
        List<Data> all = new ArrayList<>(List.of(target));
        all.addAll(sources);
        int columns = target.columns();
        Tasks tasks = new Tasks(Data.of(columns, new double[0][], new double[0]), new int[0], all.size());
        for (int task = 0; task < all.size(); task++) {
            for (int i = 0; i < all.get(task).size(); i++) {
                tasks = tasks.with(all.get(task), i, task);
            }
        }
        return tasks;
    }

    private Tasks with(Data from, int i, int task) {
        return with(from.at(i), from.value(i), from.fitted(i) ? Double.NaN : from.variance(i, 0), task);
    }

    /** With one row more. */
    Tasks with(double[] row, double value, double variance, int task) {
        int[] more = Arrays.copyOf(of, of.length + 1);
        more[of.length] = task;
        return new Tasks(data.with(row, value, variance), more, count);
    }

    /** Number of rows of the target, which come first when nothing was appended. */
    int targets() {
        return (int) Arrays.stream(of).filter(task -> task == 0).count();
    }

    int columns() {
        return data.columns();
    }
}
