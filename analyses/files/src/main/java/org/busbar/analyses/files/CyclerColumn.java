package org.busbar.analyses.files;

import org.busbar.api.Parameter;

/** A column of the common form of cycling data, which follows the Battery Data Format. */
public enum CyclerColumn {
    /** Seconds since the test began. */
    TEST_TIME("test_time", "s", true),
    /** Of the cell, or of the working electrode. */
    VOLTAGE("voltage", "V", true),
    /** Positive in charge. */
    CURRENT("current", "A", true),
    /** Clock time in seconds since 1970; of the clock's own zone if the file names none. */
    UNIX_TIME("unix_time", "s", false),
    /** Number of the cycle, as the instrument counts. */
    CYCLE("cycle", "1", false),
    /** Number of the step, as the instrument counts: of the program or from 1 on. */
    STEP("step", "1", false),
    /** Of the cell. */
    TEMPERATURE("temperature", "Cel", false),
    /** Counter of charge, as the instrument counts: over the step, the cycle or the test. */
    CHARGE_CAPACITY("charge_counter", "A.h", false),
    /** Counter of discharge, positive, as the instrument counts. */
    DISCHARGE_CAPACITY("discharge_counter", "A.h", false);

    private final Parameter.Curve output;
    private final boolean required;

    CyclerColumn(String output, String ucum, boolean required) {
        this.output = Parameter.curve(output, ucum);
        this.required = required;
    }

    /** The output that holds it, in the unit of the common form. */
    public Parameter.Curve output() {
        return output;
    }

    /** Whether there is no cycling data without it. */
    public boolean required() {
        return required;
    }
}
