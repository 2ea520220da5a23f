package org.busbar.optimizers.bayes.gp;

import java.util.ArrayList;
import java.util.List;

/**
 * Predictions at fixed candidate rows that follow further measurements in O(n) per row instead of O(n²). Keeps n numbers per
 * row. Immutable; any thread.
 */
public final class Pool {

    private final GaussianProcess process;
    private final double[][] rows;
    /** L⁻¹k of each row for the data at the start. */
    private final double[][] solved;
    /** The further elements of L⁻¹k, an array over the rows for each further measurement. */
    private final List<double[]> further;

    private final double[] means;
    private final double[] variances;

    private Pool(
            GaussianProcess process,
            double[][] rows,
            double[][] solved,
            List<double[]> further,
            double[] means,
            double[] variances) {
        this.process = process;
        this.rows = rows;
        this.solved = solved;
        this.further = further;
        this.means = means;
        this.variances = variances;
    }

    /** Predicts rows, which must not be changed afterwards. */
    public static Pool of(GaussianProcess process, double[]... rows) {
        double[][] solved = process.solved(rows);
        double[] variances = new double[rows.length];
        for (int r = 0; r < rows.length; r++) {
            variances[r] = 1 - Regression.dot(solved[r], solved[r]);
        }
        return new Pool(process, rows.clone(), solved, List.of(), process.means(solved), variances);
    }

    /** The process that predicts. */
    public GaussianProcess process() {
        return process;
    }

    /** Mean and standard deviation of each row. */
    public Moments moments() {
        double[] sds = new double[rows.length];
        for (int r = 0; r < rows.length; r++) {
            sds[r] = GaussianProcess.sd(variances[r]);
        }
        return new Moments(means.clone(), sds);
    }

    /** After one more measurement, as {@link GaussianProcess#with}. */
    public Pool with(double[] row, double value, double variance) {
        GaussianProcess next = process.with(row, value, variance);
        double[] link = process.solved(row)[0];
        double pivot = Math.sqrt(1 + next.noise(link.length) - Regression.dot(link, link));
        double step = (value - process.predict(row).means()[0]) / pivot;
        double[] column = new double[rows.length];
        double[] moved = means.clone();
        double[] narrowed = variances.clone();
        for (int r = 0; r < rows.length; r++) {
            column[r] = (process.cross().between(rows[r], row) - along(r, link)) / pivot;
            moved[r] += column[r] * step;
            narrowed[r] -= column[r] * column[r];
        }
        List<double[]> longer = new ArrayList<>(further);
        longer.add(column);
        return new Pool(next, rows, solved, longer, moved, narrowed);
    }

    private double along(int r, double[] link) {
        double sum = 0;
        int n = solved[r].length;
        for (int i = 0; i < n; i++) {
            sum += solved[r][i] * link[i];
        }
        for (int i = 0; i < further.size(); i++) {
            sum += further.get(i)[r] * link[n + i];
        }
        return sum;
    }
}
