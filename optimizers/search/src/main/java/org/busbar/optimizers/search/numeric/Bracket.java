package org.busbar.optimizers.search.numeric;

/**
 * The interval a line search works on: its best end, its other end, and the rule for the next step.
 *
 * <p>Safeguarded cubic and quadratic interpolation of J. J. Moré, D. J. Thuente, ACM Trans. Math. Softw. 20 (1994) 286,
 * section 4, doi:10.1145/192115.192132.
 */
final class Bracket {

    private static final double SAFEGUARD = 0.66;

    private Trial best;
    private Trial other;
    private boolean closed;

    Bracket(Trial start) {
        best = start;
        other = start;
    }

    Trial best() {
        return best;
    }

    double otherEnd() {
        return other.step();
    }

    boolean closed() {
        return closed;
    }

    double width() {
        return Math.abs(other.step() - best.step());
    }

    /** Replaces both ends by the same trials of the function plus a line. */
    void tilt(double line) {
        best = best.less(-line);
        other = other.less(-line);
    }

    /** Takes in a trial and returns the next step, at least {@code low} and at most {@code high} until closed. */
    double next(Trial trial, double low, double high) {
        double step = propose(trial, low, high);
        if (trial.value() > best.value()) {
            other = trial;
        } else {
            if (opposed(trial)) {
                other = best;
            }
            best = trial;
        }
        return step;
    }

    private double propose(Trial trial, double low, double high) {
        if (trial.value() > best.value()) {
            closed = true;
            return higher(trial);
        }
        if (opposed(trial)) {
            closed = true;
            return opposite(trial);
        }
        if (Math.abs(trial.slope()) < Math.abs(best.slope())) {
            return flatter(trial, low, high);
        }
        return steeper(trial, low, high);
    }

    private boolean opposed(Trial trial) {
        return trial.slope() * Math.signum(best.slope()) < 0;
    }

    private double higher(Trial trial) {
        double length = trial.step() - best.step();
        double cubic = best.step() + cubic(best, trial) * length;
        double chord = (best.value() - trial.value()) / length + best.slope();
        double quadratic = best.step() + best.slope() / chord / 2 * length;
        boolean nearer = Math.abs(cubic - best.step()) < Math.abs(quadratic - best.step());
        return nearer ? cubic : cubic + (quadratic - cubic) / 2;
    }

    private double opposite(Trial trial) {
        double cubic = trial.step() + cubic(trial, best) * (best.step() - trial.step());
        double secant = secant(trial);
        return Math.abs(cubic - trial.step()) > Math.abs(secant - trial.step()) ? cubic : secant;
    }

    private double flatter(Trial trial, double low, double high) {
        double ratio = openCubic(trial);
        boolean onwards = trial.step() > best.step();
        double limit = onwards ? high : low;
        double cubic = ratio < 0 ? trial.step() + ratio * (best.step() - trial.step()) : limit;
        double secant = secant(trial);
        boolean cubicNearer = Math.abs(cubic - trial.step()) < Math.abs(secant - trial.step());
        if (!closed) {
            return Math.max(low, Math.min(high, cubicNearer ? secant : cubic));
        }
        double chosen = cubicNearer ? cubic : secant;
        double guard = trial.step() + SAFEGUARD * (other.step() - trial.step());
        return onwards ? Math.min(guard, chosen) : Math.max(guard, chosen);
    }

    private double steeper(Trial trial, double low, double high) {
        if (closed) {
            return trial.step() + cubic(trial, other) * (other.step() - trial.step());
        }
        return trial.step() > best.step() ? high : low;
    }

    private double secant(Trial trial) {
        return trial.step() + trial.slope() / (trial.slope() - best.slope()) * (best.step() - trial.step());
    }

    /** Where the cubic through both trials is least, as the part of the way from one to the other. */
    private static double cubic(Trial from, Trial to) {
        double theta = theta(from, to);
        double gamma = gamma(theta, from.slope(), to.slope());
        double signed = to.step() < from.step() ? -gamma : gamma;
        return (signed - from.slope() + theta) / (signed - from.slope() + signed + to.slope());
    }

    /** The same for slopes of one sign: not negative where the cubic has no minimum beyond the trial. */
    private double openCubic(Trial trial) {
        double theta = theta(best, trial);
        double gamma = gamma(theta, best.slope(), trial.slope());
        double signed = trial.step() > best.step() ? -gamma : gamma;
        double ratio = (signed - trial.slope() + theta) / (signed + (best.slope() - trial.slope()) + signed);
        return gamma == 0 ? Double.POSITIVE_INFINITY : ratio;
    }

    private static double theta(Trial a, Trial b) {
        return 3 * (a.value() - b.value()) / (b.step() - a.step()) + a.slope() + b.slope();
    }

    private static double gamma(double theta, double a, double b) {
        double size = Math.max(Math.abs(theta), Math.max(Math.abs(a), Math.abs(b)));
        double part = theta / size;
        return size * Math.sqrt(Math.max(0, part * part - a / size * (b / size)));
    }
}
