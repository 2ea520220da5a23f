package org.busbar.analyses.cyclerbinary;

import java.util.Map;

/**
 * How a version of .ndc files holds numbers.
 *
 * @param volt V for each unit of a voltage
 * @param ampere A for each unit of a current
 * @param ampereHour A.h for each unit of a capacity
 * @param step bytes of an item of the steps
 * @param record bytes of an item of the records
 * @param sensor bytes of an item of a sensor: 4 is a number, 7 is 65h, a voltage and tenths of a degree
 */
record NdcLayout(double volt, double ampere, double ampereHour, int step, int record, int sensor) {

    private static final Map<Integer, NdcLayout> LAYOUTS = Map.of(
            14, new NdcLayout(1, 1, 1, 37, 55, 4),
            16, new NdcLayout(1e-4, 1e-3, 1e-3 / 3600, 100, 100, 7));

    /**
     * The layout of that file's version.
     *
     * @throws IllegalArgumentException if it is not known
     */
    static NdcLayout of(NdcFile file) {
        NdcLayout layout = LAYOUTS.get(file.version());
        if (layout == null) {
            throw new IllegalArgumentException(file.name() + " in it is of version " + file.version()
                    + " (byte 2); versions 14 and 16 are read: export it with BTSDA as CSV and give it to cycler-file");
        }
        return layout;
    }
}
