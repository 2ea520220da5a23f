package org.busbar.optimizers.search.space;

import java.util.List;

/** Sees at once that steps cannot add up to what an equation asks for, where all its members have the same step. */
final class Fractions {

    private final List<Member> members;

    Fractions(List<Member> members) {
        this.members = members;
    }

    /** Whether an equation asks for a fraction of a step. */
    boolean areAskedFor(List<Halfspaces.Row> rows) {
        return rows.stream().anyMatch(this::isFraction);
    }

    private boolean isFraction(Halfspaces.Row row) {
        double step = 0;
        double sum = 0;
        for (int i = 0; i < members.size(); i++) {
            sum += row.weights()[i] * lowest(members.get(i));
            double one = Math.abs(row.weights()[i]) * members.get(i).step();
            if (row.weights()[i] == 0 || members.get(i).domain().isConstant()) {
                continue;
            }
            if (one == 0 || step != 0 && Math.abs(one - step) > 1e-12 * step) {
                return false;
            }
            step = one;
        }
        double steps = (row.most() - sum) / step;
        return row.isEquation() && step > 0 && Math.abs(steps - Math.rint(steps)) * step > 2 * Halfspaces.ROUNDING;
    }

    private static double lowest(Member member) {
        return member.share(member.domain().nearest(member.domain().min()));
    }
}
