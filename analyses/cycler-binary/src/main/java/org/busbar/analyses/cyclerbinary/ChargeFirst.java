package org.busbar.analyses.cyclerbinary;

import java.util.Set;

/**
 * Numbers the cycles as Neware's own program does by default: a new one begins with a charge after a discharge. The
 * numbers within the files of the old form do not count. For one thread.
 */
final class ChargeFirst {

    private static final Set<Integer> CHARGE = Set.of(1, 7, 9);
    private static final Set<Integer> DISCHARGE = Set.of(2, 8, 10, 19, 20, 26);

    private long cycle = 1;
    private int step;
    private boolean discharged;

    /** The cycle of the next row, of that status and step. */
    long of(int status, int ofStep) {
        if (CHARGE.contains(status) && ofStep != step && discharged) {
            cycle++;
            discharged = false;
        }
        discharged |= DISCHARGE.contains(status);
        step = ofStep;
        return cycle;
    }
}
