package org.busbar.analyses.gitt;

import java.util.Optional;
import org.busbar.analyses.gitt.VoltageModel.Trial;

/**
 * The diffusivity, ohmic resistance and slope of the open-circuit voltage that describe one pulse and its rest.
 *
 * @param diffusivity m2/s
 * @param relative standard error of ln D
 * @param resistance Ohm
 * @param resistanceError Ohm
 * @param slope dU/dQ in V/(A.s)
 * @param slopeError V/(A.s)
 * @param relaxed V, where the voltage goes after the pulse
 * @param noise V, root mean square of the residuals per degree of freedom
 * @param residuals V, measured less fitted, the sample before the pulse first
 */
record SphereFit(
        double diffusivity,
        double relative,
        double resistance,
        double resistanceError,
        double slope,
        double slopeError,
        double relaxed,
        double noise,
        double[] residuals) {

    /** The fit; empty if the samples do not tell the diffusivity from the resistance. */
    static Optional<SphereFit> of(Excerpt excerpt, double radius) {
        VoltageModel model = new VoltageModel(excerpt, excerpt.samples(), radius);
        Trial found = DiffusivitySearch.of(model, excerpt, radius);
        return DiffusivitySearch.outside(found, excerpt, radius)
                ? Optional.empty()
                : model.around(found).map(f -> described(excerpt, model, found, f));
    }

    private static SphereFit described(Excerpt excerpt, VoltageModel model, Trial found, LeastSquares f) {
        double[] c = f.coefficients();
        double noise = Math.sqrt(f.misfit() / (model.size() - c.length));
        double slope = c[VoltageModel.SLOPE];
        return new SphereFit(
                Math.exp(found.logarithm()),
                noise * f.roots()[c.length - 1],
                c[VoltageModel.RESISTANCE],
                noise * f.roots()[VoltageModel.RESISTANCE],
                slope,
                noise * f.roots()[VoltageModel.SLOPE],
                model.constant(f) + slope * model.charge()[excerpt.end()],
                noise,
                excerpt.own(f.residuals()));
    }
}
