package org.busbar.analyses.eis.fit;

import org.busbar.analyses.eis.circuit.Circuit;
import org.busbar.analyses.eis.circuit.Element;
import org.busbar.analyses.eis.circuit.Parallel;
import org.busbar.analyses.eis.circuit.Series;
import org.busbar.analyses.eis.circuit.Slot;

/**
 * Values for the elements of one part of a circuit such that each has about the same impedance at the same frequency.
 *
 * @param resistance Ohm
 * @param time s
 * @param exponent of constant phase elements
 */
record Guess(double resistance, double time, double exponent) {

    /** An inner arc is slower by this factor, and so is diffusion beside a capacitance. */
    private static final double SLOWER = 10;

    /** Writes the parameters of a part. */
    void fill(Circuit part, double[] values) {
        if (part instanceof Series series) {
            series.parts().forEach(inner -> (inner instanceof Element ? this : slower()).fill(inner, values));
        } else if (part instanceof Parallel parallel) {
            parallel.parts().forEach(inner -> fill(inner, values));
        } else {
            fillElement(part, values);
        }
    }

    private void fillElement(Circuit element, double[] values) {
        int index = element.first();
        for (Slot slot : element.parameters()) {
            values[index++] = value(slot.kind());
        }
    }

    private Guess slower() {
        return new Guess(resistance, time * SLOWER, exponent);
    }

    private double value(Slot.Kind kind) {
        return switch (kind) {
            case RESISTANCE -> resistance;
            case TIME -> time;
            case CAPACITANCE -> time / resistance;
            case ADMITTANCE -> Math.pow(time, exponent) / resistance;
            case WARBURG -> resistance / Math.sqrt(time);
            case INDUCTANCE -> time * resistance;
            case FRACTIONAL_INDUCTANCE -> time * Math.pow(resistance, 1 / exponent);
            case EXPONENT -> exponent;
        };
    }
}
