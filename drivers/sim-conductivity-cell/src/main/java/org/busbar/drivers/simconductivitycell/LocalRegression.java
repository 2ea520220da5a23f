package org.busbar.drivers.simconductivitycell;

import java.util.List;
import org.busbar.drivers.simconductivitycell.HteTable.Row;

/**
 * Conductivity at one temperature between scattered formulations: a quadratic in (r, c) fitted around the point asked for.
 *
 * <p>Locally weighted regression (W. S. Cleveland, S. J. Devlin, J. Am. Stat. Assoc. 83 (1988) 596) of ln(kappa/c) with
 * Gaussian weights of fixed width, hence smooth everywhere, and a ridge on slopes and curvatures, which bounds them where
 * data are rare.
 */
final class LocalRegression {

    /** Width of the weights in the PC share. */
    private static final double WIDTH_R = 0.7;

    /** Width of the weights in the molality, mol/kg. */
    private static final double WIDTH_C = 0.18;

    private static final double RIDGE = 0.1;

    private final List<Row> rows;

    LocalRegression(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /** Conductivity in mS/cm at PC share {@code r} and molality {@code c} in mol/kg, both within the range of the rows. */
    double kappa(double r, double c) {
        NormalEquations fit = new NormalEquations(6, RIDGE);
        for (Row row : rows) {
            double u = (row.r() - r) / WIDTH_R;
            double v = (row.c() - c) / WIDTH_C;
            double[] terms = {1, u, v, u * u, u * v, v * v};
            fit.add(terms, Math.log(row.kappa() / row.c()), Math.exp(-(u * u + v * v) / 2));
        }
        return c * Math.exp(fit.solve()[0]);
    }
}
