package org.busbar.analyses.gitt;

import java.util.Optional;

/**
 * What one pulse tells.
 *
 * @param formula m2/s, from the formula beside the fit; empty if it cannot be used here
 */
record Finding(Pulse pulse, SphereFit fit, Settings settings, Optional<RootTimeLine> line, Optional<Double> formula) {

    private static final double PI = Math.PI;

    /** With the formula asked for, or that of short times. */
    static Finding of(Pulse pulse, SphereFit fit, Settings settings, Optional<Double> drift) {
        Optional<RootTimeLine> line = RootTimeLine.of(pulse, settings);
        double radius = settings.radius().value();
        Optional<Double> formula = settings.is(Method.WEPPNER_HUGGINS)
                ? weppnerHuggins(pulse, fit, radius)
                : line.flatMap(l -> drift.map(d -> square(radius * d / l.slope()) * 4 / (9 * PI)));
        return new Finding(pulse, fit, settings, line, formula.filter(d -> d > 0 && Double.isFinite(d)));
    }

    /** W. Weppner, R. A. Huggins, J. Electrochem. Soc. 124, 1569 (1977), doi 10.1149/1.2133112. */
    private static Optional<Double> weppnerHuggins(Pulse pulse, SphereFit fit, double radius) {
        if (pulse.before() == pulse.from()) {
            return Optional.empty();
        }
        double before = pulse.voltage(pulse.before());
        double steady = pulse.voltage(pulse.last()) - before;
        double ohmic = pulse.recording().steps().get(pulse.rest() - 1).current() * fit.resistance();
        double polarisation = pulse.voltage(pulse.lastLoaded()) - before - ohmic;
        return Optional.of(4 / (PI * pulse.duration()) * square(radius / 3 * steady / polarisation));
    }

    private static double square(double value) {
        return value * value;
    }

    /** D t/R<sup>2</sup> at the end of the time that the formula is about. */
    double theta() {
        return dimensionless(settings.protocol().duration(pulse));
    }

    /** The same at the end of what the formula used of it. */
    double formulaTheta() {
        double duration = settings.protocol().duration(pulse);
        return dimensionless(settings.is(Method.WEPPNER_HUGGINS) ? duration : Math.min(duration, settings.windowEnd()));
    }

    private double dimensionless(double seconds) {
        return fit.diffusivity() * seconds / square(settings.radius().value());
    }

    /** u(D)/D with the part of the radius. */
    double relative() {
        return Math.hypot(fit.relative(), settings.fromRadius());
    }
}
