package org.busbar.analyses.eis.fit;

/**
 * One search by Levenberg-Marquardt within bounds: a coordinate at its bound that the gradient pushes outwards is held,
 * steps are cut at the bounds. Damping as by H. B. Nielsen (IMM-REP-1999-05). It can be interrupted and carried on.
 */
final class Descent {

    private static final double TOLERANCE = 1e-12;
    /** Squared residuals below this part of the data are rounding. */
    private static final double ROUNDING = 1e-28;

    private static final double SMALL_DAMPING = 1e-2;
    /** Part of the squares that a coordinate has to be worth. */
    private static final double FLAT = 1e-2;

    private static final double MOST_DAMPING = 1e20;
    /** Cosine between residuals and a column of the Jacobian at which no step down is rounding, not failure. */
    private static final double ORTHOGONAL = 1e-5;

    private final Misfit misfit;
    private final double rounding;
    private final boolean[] held;
    private final double[][] matrix;
    private final double[] step;
    private State best;
    private State trial;
    private double damping = 1e-3;
    private double growth = 2;
    /** Whether some part of the step was cut to stay near. */
    private boolean cut;

    private boolean done;
    private boolean converged;

    Descent(Misfit misfit, double[] start) {
        this.misfit = misfit;
        this.rounding = ROUNDING * misfit.scale();
        int free = misfit.coordinates().free().length;
        held = new boolean[free];
        matrix = new double[free][free];
        step = new double[free];
        best = misfit.fresh();
        trial = misfit.fresh();
        System.arraycopy(start, 0, best.at, 0, start.length);
        misfit.evaluate(best);
    }

    State best() {
        return best;
    }

    boolean converged() {
        return converged;
    }

    /** The sum of squares; infinite where the start has none. */
    double squares() {
        return Double.isNaN(best.squares) ? Double.POSITIVE_INFINITY : best.squares;
    }

    /** Goes on for at most {@code evaluations}, or until the search ends. */
    void run(int evaluations) {
        for (int i = 0; i < evaluations && !done; i++) {
            advance();
        }
    }

    private void advance() {
        if (!(best.squares > rounding)) {
            end(best.squares <= rounding);
        } else if (propose()) {
            double predicted = predicted();
            misfit.evaluate(trial);
            judge(predicted);
        } else {
            reject();
        }
    }

    private void judge(double predicted) {
        double gain = best.squares - trial.squares;
        boolean settled = !cut && predicted >= 0 && predicted <= TOLERANCE * best.squares && damping <= SMALL_DAMPING;
        if (gain > 0) {
            accept(gain / predicted);
        } else {
            reject();
        }
        if (settled) {
            end(true);
        }
    }

    private void accept(double ratio) {
        State was = best;
        best = trial;
        trial = was;
        double cube = Math.pow(2 * ratio - 1, 3);
        damping = Math.max(1e-15, damping * Math.max(1.0 / 5, Math.min(2, 1 - cube)));
        growth = 2;
    }

    private void reject() {
        damping *= growth;
        growth *= 2;
        if (damping > MOST_DAMPING) {
            end(slope() <= ORTHOGONAL);
        }
    }

    private void end(boolean found) {
        done = true;
        converged = found;
    }

    /** Writes the next trial; false if there is no step. */
    private boolean propose() {
        hold();
        for (int i = 0; i < step.length; i++) {
            System.arraycopy(best.normal[i], 0, matrix[i], 0, i + 1);
            matrix[i][i] += damping * (matrix[i][i] + flat(i));
            step[i] = -best.gradient[i];
        }
        for (int i = 0; i < step.length; i++) {
            if (held[i]) {
                takeOut(i);
            }
        }
        boolean solved = Cholesky.solve(matrix, step);
        move();
        return solved;
    }

    /** Keeps coordinates that hardly matter from running away. */
    private double flat(int i) {
        double longest =
                misfit.coordinates().all().get(misfit.coordinates().free()[i]).longest();
        return FLAT * best.squares / (longest * longest);
    }

    /** Takes a held coordinate out of the system. */
    private void takeOut(int held) {
        for (int i = 0; i < step.length; i++) {
            matrix[Math.max(i, held)][Math.min(i, held)] = 0;
        }
        matrix[held][held] = 1;
        step[held] = 0;
    }

    private void hold() {
        int[] free = misfit.coordinates().free();
        for (int i = 0; i < free.length; i++) {
            Coordinate coordinate = misfit.coordinates().all().get(free[i]);
            double at = best.at[free[i]];
            held[i] = best.normal[i][i] == 0
                    || (at <= coordinate.low() && best.gradient[i] > 0)
                    || (at >= coordinate.high() && best.gradient[i] < 0);
        }
    }

    /** Cuts each part of the step that is too long, and writes where it leads within the bounds. */
    private void move() {
        cut = false;
        int[] free = misfit.coordinates().free();
        System.arraycopy(best.at, 0, trial.at, 0, best.at.length);
        for (int i = 0; i < free.length; i++) {
            Coordinate coordinate = misfit.coordinates().all().get(free[i]);
            cut |= Math.abs(step[i]) > coordinate.longest();
            double to = best.at[free[i]] + Math.min(coordinate.longest(), Math.max(-coordinate.longest(), step[i]));
            trial.at[free[i]] = Math.min(coordinate.high(), Math.max(coordinate.low(), to));
            step[i] = trial.at[free[i]] - best.at[free[i]];
        }
    }

    /** By how much the quadratic model says that the squares fall. */
    private double predicted() {
        double fall = 0;
        for (int i = 0; i < step.length; i++) {
            double row = 0;
            for (int j = 0; j < i; j++) {
                row += best.normal[i][j] * step[j];
            }
            fall -= step[i] * (2 * best.gradient[i] + 2 * row + best.normal[i][i] * step[i]);
        }
        return fall;
    }

    /** The largest cosine between the residuals and a column of the Jacobian that is not held. */
    private double slope() {
        double largest = 0;
        for (int i = 0; i < step.length; i++) {
            if (!held[i]) {
                double cosine = Math.abs(best.gradient[i]) / Math.sqrt(best.normal[i][i] * best.squares);
                largest = Math.max(largest, cosine);
            }
        }
        return largest;
    }
}
