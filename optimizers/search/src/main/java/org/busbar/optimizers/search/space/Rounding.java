package org.busbar.optimizers.search.space;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Moves a vector of shares onto the steps of a piece without breaking its limits: each member to its nearest step, then
 * whole steps of one or two members as long as that brings sums nearer to what they must be, which is the method of the
 * largest remainder where all steps are alike, and at last a {@link Dive}. Members without steps take up what is left.
 */
final class Rounding {

    private static final int SETTLING = 60;
    private static final double EXACT = 1e-11;

    private final Piece piece;
    private final List<Member> members;
    private final Halfspaces limits;

    Rounding(Piece piece) {
        this.piece = piece;
        this.members = piece.members();
        this.limits = piece.limits();
    }

    /** @param target keeps the limits */
    Optional<double[]> near(double[] target) {
        if (members.stream().noneMatch(member -> member.domain().isStepped())) {
            return Optional.of(settled(target)).filter(limits::hold);
        }
        if (piece.hopeless()) {
            return Optional.empty();
        }
        double[] rounded = settled(moved(rounded(target), target));
        return limits.hold(rounded)
                ? Optional.of(rounded)
                : new Dive(piece, target).search().map(this::settled);
    }

    private double[] rounded(double[] x) {
        double[] rounded = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            rounded[i] = members.get(i).rounded(x[i]);
        }
        return rounded;
    }

    private double[] moved(double[] from, double[] target) {
        double[] at = from;
        double broken = broken(at);
        for (int k = 0; k < 10 + 2 * members.size() && broken > 0; k++) {
            Move best = new Move(target, broken);
            singles(best, at);
            if (best.found == null) {
                pairs(best, at);
            }
            if (best.found == null) {
                return at;
            }
            at = best.found;
            broken = best.broken;
        }
        return at;
    }

    private void singles(Move best, double[] at) {
        for (int i = 0; i < at.length; i++) {
            if (members.get(i).domain().isStepped()) {
                best.offer(beside(at, i, 1));
                best.offer(beside(at, i, -1));
            }
        }
    }

    private void pairs(Move best, double[] at) {
        for (int i = 0; i < at.length; i++) {
            for (int j = 0; j < at.length; j++) {
                if (i != j
                        && members.get(i).domain().isStepped()
                        && members.get(j).domain().isStepped()) {
                    best.offer(beside(beside(at, i, 1), j, -1));
                    best.offer(beside(beside(at, i, 1), j, 1));
                    best.offer(beside(beside(at, i, -1), j, -1));
                }
            }
        }
    }

    private double[] beside(double[] at, int i, int steps) {
        double[] moved = at.clone();
        Member member = members.get(i);
        moved[i] = member.share(member.domain().beside(member.nearest(at[i]), steps));
        return moved;
    }

    /** The best step so far: what breaks the limits least, then what is nearest to the target. */
    private final class Move {

        private final double[] target;
        private double broken;
        private double distance = Double.POSITIVE_INFINITY;
        private double @Nullable [] found;

        Move(double[] target, double broken) {
            this.target = target;
            this.broken = broken;
        }

        void offer(double[] to) {
            double left = broken(to);
            double far = Vectors.norm(Vectors.minus(to, target));
            boolean better = left < broken - 1e-12 || found != null && left <= broken + 1e-12 && far < distance - 1e-12;
            if (better) {
                broken = left;
                distance = far;
                found = to;
            }
        }
    }

    /** By how much sums miss their limits, whatever members without steps take up. */
    private double broken(double[] x) {
        double broken = 0;
        for (Halfspaces.Row row : limits.rows()) {
            double low = 0;
            double high = 0;
            for (int i = 0; i < x.length; i++) {
                double a = row.weights()[i] * (isFixed(i) ? x[i] : limits.low()[i]);
                double b = row.weights()[i] * (isFixed(i) ? x[i] : limits.high()[i]);
                low += Math.min(a, b);
                high += Math.max(a, b);
            }
            double excess = Math.max(0, Math.max(row.least() - high, low - row.most()));
            broken += excess <= Halfspaces.ROUNDING * row.size() ? 0 : excess;
        }
        return broken;
    }

    private boolean isFixed(int i) {
        return members.get(i).domain().isStepped() || members.get(i).domain().isConstant();
    }

    /** Shifts members without steps until the sums are right, each where it has room; the best of what was tried. */
    private double[] settled(double[] x) {
        double[] best = x;
        double least = worst(x);
        double[] at = x.clone();
        for (int k = 0; k < SETTLING && least > EXACT; k++) {
            limits.rows().forEach(row -> shift(at, row));
            double worst = worst(at);
            if (worst < least) {
                least = worst;
                best = at.clone();
            }
        }
        double[] exact = best.clone();
        limits.rows().stream()
                .filter(row -> row.isEquation() && isNearly(row, exact))
                .forEach(row -> shift(exact, row));
        return exact;
    }

    private static boolean isNearly(Halfspaces.Row row, double[] x) {
        return row.excess(x) <= Halfspaces.ROUNDING * row.size();
    }

    private double worst(double[] x) {
        double worst = 0;
        for (Halfspaces.Row row : limits.rows()) {
            worst = Math.max(worst, row.excess(x) / row.size());
        }
        return worst;
    }

    private void shift(double[] at, Halfspaces.Row row) {
        double sum = row.sum(at);
        double missing = Math.min(row.most(), Math.max(row.least(), sum)) - sum;
        double room = 0;
        for (int i = 0; i < at.length; i++) {
            room += room(at, row, i, missing);
        }
        double part = room == 0 ? 0 : Math.min(1, Math.abs(missing) / room);
        for (int i = 0; i < at.length; i++) {
            double weight = row.weights()[i];
            if (weight != 0) {
                double to = at[i] + Math.signum(missing) * part * room(at, row, i, missing) / weight;
                at[i] = Math.min(Math.max(limits.high()[i], at[i]), Math.max(Math.min(limits.low()[i], at[i]), to));
            }
        }
    }

    /** How much a member without steps can add to what is missing. */
    private double room(double[] at, Halfspaces.Row row, int i, double missing) {
        if (isFixed(i) || row.weights()[i] == 0) {
            return 0;
        }
        boolean up = missing > 0 == row.weights()[i] > 0;
        double room = up ? limits.high()[i] - at[i] : at[i] - limits.low()[i];
        return Math.max(0, room) * Math.abs(row.weights()[i]);
    }
}
