package org.busbar.analyses.cyclerbinary;

import java.util.EnumSet;
import java.util.List;
import org.busbar.analyses.files.CyclerColumn;
import org.busbar.analyses.files.CyclerRows;
import org.busbar.analyses.files.CyclerTable;
import org.busbar.analyses.files.Interruption;

/** Brings rows of a Neware tester into the common form. */
final class NewareTable {

    static final List<String> ORIGINS = List.of(
            "test_time: Time, the steps one after the other",
            "voltage: Voltage",
            "current: Current",
            "unix_time: Timestamp",
            "cycle: Cycle",
            "step: Step",
            "temperature: the first auxiliary channel of a temperature",
            "charge_counter: Charge_Capacity of the step",
            "discharge_counter: Discharge_Capacity of the step");

    private NewareTable() {}

    /**
     * The table of these rows; test time is the time within the step and the length of all steps before.
     *
     * @param truncated whether a part of a row follows
     */
    static CyclerTable of(List<NewareRow> rows, boolean truncated) throws InterruptedException {
        CyclerRows gathered = new CyclerRows(EnumSet.allOf(CyclerColumn.class));
        double began = 0;
        double last = 0;
        int step = rows.isEmpty() ? 0 : rows.get(0).step();
        for (int i = 0; i < rows.size(); i++) {
            NewareRow row = rows.get(i);
            if (row.step() != step) {
                began += last;
                last = 0;
                step = row.step();
            }
            last = Double.isFinite(row.seconds()) ? row.seconds() : last;
            gathered.add(numbers(row, began), "row " + (i + 1));
            Interruption.check();
        }
        if (truncated) {
            gathered.addTruncated();
        }
        return gathered.table();
    }

    /** In the order of {@link CyclerColumn}. */
    private static double[] numbers(NewareRow row, double began) {
        return new double[] {
            began + row.seconds(),
            row.volt(),
            row.ampere(),
            row.unixTime(),
            row.cycle(),
            row.step(),
            row.celsius(),
            row.charge(),
            row.discharge()
        };
    }
}
