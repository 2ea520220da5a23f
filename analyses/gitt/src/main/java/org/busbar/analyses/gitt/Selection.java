package org.busbar.analyses.gitt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Pulses that tell their diffusivity, and those that do not. */
record Selection(List<Finding> findings, List<LeftOut> leftOut) {

    private static final int FEWEST = 5;
    private static final double LARGEST = 0.5;
    private static final double SLOPED = 3;
    private static final double RELAXING = 5;

    /** Fits every pulse, or all in one. */
    static Selection of(List<Pulse> pulses, Settings settings) throws InterruptedException {
        Drift drift = new Drift(pulses, settings);
        List<Finding> findings = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        if (settings.together()) {
            List<Pulse> begun = pulses.stream().filter(Pulse::knowsStart).toList();
            Excerpt all = Excerpt.all(begun.isEmpty() ? pulses : begun, settings);
            sort(all, settings, drift.at(pulses.indexOf(all.pulse())), findings, leftOut);
        } else {
            each(pulses, settings, drift, findings, leftOut);
        }
        return new Selection(List.copyOf(findings), List.copyOf(leftOut));
    }

    private static void each(
            List<Pulse> pulses, Settings settings, Drift drift, List<Finding> findings, List<LeftOut> leftOut)
            throws InterruptedException {
        for (int i = 0; i < pulses.size(); i++) {
            if (Thread.interrupted()) {
                throw new InterruptedException(settings.protocol().analysis() + ": told to stop at pulse " + (i + 1));
            }
            Excerpt excerpt = Excerpt.around(pulses, i, settings);
            sort(excerpt, settings, drift.at(i), findings, leftOut);
        }
    }

    private static void sort(
            Excerpt excerpt, Settings settings, Optional<Double> drift, List<Finding> found, List<LeftOut> lost) {
        Pulse pulse = excerpt.pulse();
        Optional<LeftOut> unfit = unfit(pulse);
        if (unfit.isPresent()) {
            lost.add(unfit.orElseThrow());
            return;
        }
        Optional<SphereFit> fit = SphereFit.of(excerpt, settings.radius().value());
        Optional<String> reason =
                fit.map(f -> vague(pulse, f)).orElse(Optional.of("current and rest do not tell D from R_0"));
        reason.ifPresentOrElse(
                r -> lost.add(new LeftOut(pulse, "not_identifiable", r)),
                () -> fit.ifPresent(f -> found.add(Finding.of(pulse, f, settings, drift))));
    }

    private static Optional<LeftOut> unfit(Pulse pulse) {
        if (!pulse.knowsStart()) {
            return Optional.of(new LeftOut(pulse, "start_unknown", "the current began before the first sample"));
        }
        int loaded = pulse.restStep().from() - pulse.from();
        int resting = pulse.restStep().samples();
        return loaded >= FEWEST && resting >= FEWEST
                ? Optional.empty()
                : Optional.of(new LeftOut(
                        pulse,
                        "too_few_points",
                        loaded + " samples of current and " + resting + " of rest, " + FEWEST + " of each wanted"));
    }

    private static Optional<String> vague(Pulse pulse, SphereFit fit) {
        if (!(Math.abs(fit.slope()) >= SLOPED * fit.slopeError())) {
            return Optional.of(number("dU/dQ is %.2g times its noise, %.0f wanted", fit.slope() / fit.slopeError(), 3));
        }
        double relaxation = Math.abs(
                pulse.voltage(pulse.last()) - pulse.voltage(pulse.restStep().from()));
        if (!(relaxation >= RELAXING * fit.noise())) {
            return Optional.of(number(
                    "the relaxation is %.2g times the noise of the voltage, %.0f wanted", relaxation / fit.noise(), 5));
        }
        return fit.relative() <= LARGEST
                ? Optional.empty()
                : Optional.of(number("u(D)/D = %.2g, at most %.1f allowed", fit.relative(), LARGEST));
    }

    private static String number(String form, double found, double wanted) {
        return String.format(Locale.ROOT, form, found, wanted);
    }

    /**
     * Passes if there is something to be said.
     *
     * @throws IllegalArgumentException if no pulse tells its diffusivity
     */
    void requireSome(String analysis) {
        if (findings.isEmpty()) {
            LeftOut first = leftOut.get(0);
            throw new IllegalArgumentException(analysis + ": none of " + leftOut.size()
                    + " pulses determines a diffusion coefficient (pulse "
                    + first.pulse().number() + ": " + first.word() + ", " + first.reason()
                    + "); use longer rests, larger pulses or another state of charge");
        }
    }
}
