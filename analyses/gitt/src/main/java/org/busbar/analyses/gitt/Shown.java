package org.busbar.analyses.gitt;

import java.util.List;
import org.busbar.api.Parameter.Curve;
import org.busbar.api.Series;
import org.busbar.api.Values;

/** One pulse in full, for people to look at. */
record Shown(Finding finding) {

    /**
     * The pulse with that number, or the middle one.
     *
     * @throws IllegalArgumentException if that pulse has no result
     */
    static Shown of(List<Finding> findings, Settings settings) {
        if (settings.shown() == 0) {
            return new Shown(findings.get(findings.size() / 2));
        }
        return findings.stream()
                .filter(f -> f.pulse().number() == settings.shown())
                .map(Shown::new)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        settings.protocol().analysis() + ": shown_pulse = " + settings.shown()
                                + " has no result; give the number of one that has, or 0 for the middle one"));
    }

    Values values() {
        return fit().with(roots()).with(line());
    }

    private Values fit() {
        Pulse pulse = finding.pulse();
        double[] residuals = finding.fit().residuals();
        double[] time = new double[residuals.length];
        double[] voltage = new double[residuals.length];
        double[] fitted = new double[residuals.length];
        for (int i = 0; i < residuals.length; i++) {
            time[i] = pulse.recording().time()[pulse.before() + i]
                    - pulse.firstStep().start();
            voltage[i] = pulse.voltage(pulse.before() + i);
            fitted[i] = voltage[i] - residuals[i];
        }
        return column(Terms.SHOWN_TIME, time)
                .with(column(Terms.SHOWN_VOLTAGE, voltage))
                .with(column(Terms.SHOWN_FIT, fitted));
    }

    private Values roots() {
        Protocol protocol = finding.settings().protocol();
        Pulse pulse = finding.pulse();
        int[] samples = protocol.samples(pulse);
        double origin = finding.line().map(RootTimeLine::origin).orElse(protocol.start(pulse));
        double[] root = new double[samples[1] - samples[0]];
        double[] voltage = new double[root.length];
        for (int i = 0; i < root.length; i++) {
            root[i] = Math.sqrt(Math.max(0, pulse.recording().time()[samples[0] + i] - origin));
            voltage[i] = pulse.voltage(samples[0] + i);
        }
        return column(Terms.ROOT_TIME, root).with(column(Terms.ROOT_VOLTAGE, voltage));
    }

    private Values line() {
        Settings settings = finding.settings();
        double duration = settings.protocol().duration(finding.pulse());
        double from = Math.sqrt(settings.windowStart());
        double to = Math.sqrt(Math.min(settings.windowEnd(), duration));
        double[] roots = finding.line().isPresent() ? new double[] {from, to} : new double[0];
        double[] voltage =
                finding.line().map(l -> new double[] {l.at(from), l.at(to)}).orElse(new double[0]);
        return column(Terms.LINE_TIME, roots).with(column(Terms.LINE_VOLTAGE, voltage));
    }

    private static Values column(Curve curve, double[] numbers) {
        return Values.of(curve.name(), new Series(numbers, curve.unit()));
    }
}
