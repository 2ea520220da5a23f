package org.busbar.drivers.methodscript;

import java.util.List;
import org.busbar.api.Series;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.LinkException;

/** The data packages of a measurement, in the order in which they came. */
record Table(List<List<Reading>> rows) {

    Table {
        rows = List.copyOf(rows);
    }

    /**
     * One column.
     *
     * @param types what its values may be
     * @throws DeviceException if the instrument has no number for a point
     * @throws LinkException if there is another value in its place
     */
    Series column(int index, String ucum, List<String> types) throws DeviceException, LinkException {
        double[] values = new double[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(i, index, types);
        }
        return Series.of(ucum, values);
    }

    private double value(int row, int index, List<String> types) throws DeviceException, LinkException {
        List<Reading> readings = rows.get(row);
        if (index >= readings.size() || !types.contains(readings.get(index).type())) {
            throw new LinkException(
                    LinkException.Kind.GARBLED,
                    "Point " + (row + 1) + " has no value of the type " + types + " at place " + (index + 1) + ": "
                            + readings);
        }
        double value = readings.get(index).value();
        if (Double.isNaN(value)) {
            throw new DeviceException("The instrument has measured no number at point " + (row + 1) + " of "
                    + rows.size() + " (type " + types.get(0) + "): check that the electrodes are connected");
        }
        return value;
    }
}
