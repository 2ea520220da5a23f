package org.busbar.analyses.conductivity;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.busbar.api.Parameter.Curve;
import org.busbar.api.Parameter.Real;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;

/** The laws as outputs. */
final class ArrheniusTable {

    private static final int POINTS = 60;
    private static final double WIDE = 1.959964;

    private final TemperatureDependence laws;
    private final double reference;
    private final double common;

    ArrheniusTable(TemperatureDependence laws, double reference) {
        this.laws = laws;
        this.reference = reference;
        this.common = laws.series().common();
    }

    Values values() {
        return recommended().with(arrhenius()).with(vtf()).with(points()).with(curves());
    }

    private Values recommended() {
        TemperatureLaw law = laws.recommended();
        double kappa = Math.exp(law.logarithm(reference));
        double relative = Math.hypot(law.error(reference), common);
        return Values.of(ArrheniusTerms.RECOMMENDED.name(), new Text(laws.recommendsVtf() ? "vtf" : "arrhenius"))
                .with(number(ArrheniusTerms.AT_REFERENCE, kappa, kappa * relative))
                .with(number(ArrheniusTerms.LOCAL, law.activationEnergy(reference), law.activationError(reference)));
    }

    private Values arrhenius() {
        Arrhenius law = laws.arrhenius();
        Goodness goodness = laws.goodness(law);
        return number(ArrheniusTerms.ENERGY, law.energy(), law.error(1))
                .with(number(ArrheniusTerms.PREFACTOR, law.prefactor(), Math.hypot(law.error(0), common)))
                .with(number(ArrheniusTerms.CHI2, law.chi2(), Double.NaN))
                .with(number(ArrheniusTerms.DEGREES, goodness.degrees(), Double.NaN))
                .with(column(ArrheniusTerms.P, known(goodness.probability())));
    }

    private Values vtf() {
        return one(ArrheniusTerms.VTF_PREFACTOR, Vtf::prefactor)
                .with(one(ArrheniusTerms.VTF_B, Vtf::pseudoEnergy))
                .with(one(ArrheniusTerms.VTF_B_ERROR, v -> v.error(1)))
                .with(one(ArrheniusTerms.VTF_T0, Vtf::ideal))
                .with(one(ArrheniusTerms.VTF_T0_ERROR, v -> v.error(2)))
                .with(one(ArrheniusTerms.VTF_CORRELATION, Vtf::correlation))
                .with(one(ArrheniusTerms.VTF_CHI2, Vtf::chi2))
                .with(column(
                        ArrheniusTerms.VTF_P,
                        laws.vtf()
                                .map(v -> known(laws.goodness(v).probability()))
                                .orElse(new double[0])));
    }

    private Values points() {
        TemperatureSeries series = laws.series();
        return column(ArrheniusTerms.RESIDUAL, laws.arrhenius().residuals(series))
                .with(column(
                        ArrheniusTerms.VTF_RESIDUAL,
                        laws.vtf().map(v -> v.residuals(series)).orElse(new double[0])))
                .with(column(ArrheniusTerms.SIGMA, series.known() ? series.sigma() : new double[0]));
    }

    private Values curves() {
        double[] grid = grid();
        TemperatureLaw law = laws.recommended();
        Optional<Vtf> vtf = laws.vtf();
        return column(ArrheniusTerms.GRID, grid)
                .with(column(ArrheniusTerms.LINE, mapped(grid, laws.arrhenius()::logarithm)))
                .with(column(
                        ArrheniusTerms.VTF_LINE,
                        vtf.map(v -> mapped(grid, v::logarithm)).orElse(new double[0])))
                .with(column(ArrheniusTerms.LOW, mapped(grid, t -> law.logarithm(t) - half(law, t))))
                .with(column(ArrheniusTerms.HIGH, mapped(grid, t -> law.logarithm(t) + half(law, t))));
    }

    private double half(TemperatureLaw law, double kelvin) {
        return WIDE * Math.hypot(law.error(kelvin), common);
    }

    private double[] grid() {
        double low = 1 / laws.series().highest();
        double high = 1 / laws.series().lowest();
        double[] grid = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            grid[i] = 1 / (low + (high - low) * i / (POINTS - 1));
        }
        return grid;
    }

    private Values one(Curve curve, ToDoubleFunction<Vtf> part) {
        return column(
                curve, laws.vtf().map(v -> new double[] {part.applyAsDouble(v)}).orElse(new double[0]));
    }

    private static double[] known(double number) {
        return Double.isNaN(number) ? new double[0] : new double[] {number};
    }

    private static double[] mapped(double[] grid, DoubleUnaryOperator law) {
        return DoubleStream.of(grid).map(law).toArray();
    }

    private static Values number(Real real, double value, double error) {
        return Values.of(real.name(), new Quantity(value, real.unit(), error));
    }

    private static Values column(Curve curve, double[] numbers) {
        return Values.of(curve.name(), new Series(numbers, curve.unit()));
    }
}
