package org.busbar.drivers.simconductivitycell;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.busbar.drivers.simconductivitycell.HteTable.Row;

/**
 * True conductivity of an electrolyte of LiPF6 in EC, PC and EMC.
 *
 * <p>In (r, c) by {@link LocalRegression} at every temperature of the table, in temperature by {@link CubicHermite} in ln
 * kappa over 1/T. Outside the range of the formulations the nearest one counts; below the lowest molality kappa is
 * proportional to c.
 */
final class ConductivityModel {

    /** Conductivity without any salt, mS/cm: traces of ions in dry solvents. */
    static final double RESIDUAL = 1e-4;

    private final SortedMap<Double, LocalRegression> byTemperature = new TreeMap<>();
    private final double lowestR;
    private final double highestR;
    private final double lowestC;
    private final double highestC;

    /** @param table rows by temperature in K, at least two temperatures */
    ConductivityModel(SortedMap<Double, List<Row>> table) {
        table.forEach((kelvin, rows) -> byTemperature.put(kelvin, new LocalRegression(rows)));
        List<Row> all = table.values().stream().flatMap(List::stream).toList();
        lowestR = all.stream().mapToDouble(Row::r).min().orElseThrow();
        highestR = all.stream().mapToDouble(Row::r).max().orElseThrow();
        lowestC = all.stream().mapToDouble(Row::c).min().orElseThrow();
        highestC = all.stream().mapToDouble(Row::c).max().orElseThrow();
    }

    /**
     * Conductivity in mS/cm.
     *
     * @param r PC / (PC + EC) by mass
     * @param c LiPF6 per kg of solvent, mol/kg, 0 or more
     * @param kelvin temperature, K
     */
    double kappa(double r, double c, double kelvin) {
        double nearestR = Math.min(highestR, Math.max(lowestR, r));
        double nearestC = Math.min(highestC, Math.max(lowestC, c));
        double salted = between(nearestR, nearestC, kelvin) * Math.min(1, c / lowestC);
        return salted + RESIDUAL;
    }

    private double between(double r, double c, double kelvin) {
        double[] x = byTemperature.keySet().stream().mapToDouble(t -> -1 / t).toArray();
        double[] y = byTemperature.values().stream()
                .mapToDouble(regression -> Math.log(regression.kappa(r, c)))
                .toArray();
        return Math.exp(new CubicHermite(x, y).value(-1 / kelvin));
    }
}
