package org.busbar.analyses.cyclerfiles;

import org.busbar.analyses.files.CyclerColumn;
import org.busbar.analyses.files.CyclerTable;

/** Compares the current with the counters of charge. */
final class CounterSign {

    private CounterSign() {}

    /** Above 0 if the charge counter rises, or the discharge counter stands, where the current is positive; 0 if there is nothing to compare. */
    static double of(CyclerTable table) {
        return along(table, CyclerColumn.CHARGE_CAPACITY) - along(table, CyclerColumn.DISCHARGE_CAPACITY);
    }

    private static double along(CyclerTable table, CyclerColumn counter) {
        double[] current = table.column(CyclerColumn.CURRENT);
        double[] counts = table.column(counter);
        double sum = 0;
        for (int i = 1; i < counts.length; i++) {
            sum += Math.max(0, counts[i] - counts[i - 1]) * Math.signum(current[i]);
        }
        return sum;
    }
}
