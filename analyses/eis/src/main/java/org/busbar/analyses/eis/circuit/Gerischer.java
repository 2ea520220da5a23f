package org.busbar.analyses.eis.circuit;

import java.util.List;

/** Diffusion with a reaction that consumes: R/sqrt(1 + j&omega;&tau;). */
record Gerischer(String name, int first) implements Element {

    @Override
    public List<Slot> parameters() {
        return List.of(Slot.resistance(name + "_R"), Slot.time(name + "_tau"));
    }

    @Override
    public void respond(Omega omega, double[] values, Response response) {
        double x = omega.value() * values[first + 1];
        double modulus = 1 / Math.sqrt(Math.hypot(1, x));
        double angle = Math.atan(x) / 2;
        double re = modulus * Math.cos(angle);
        double im = -modulus * Math.sin(angle);
        response.set(values[first] * re, values[first] * im);
        response.by(first, re, im);
        double factor = -omega.value() / (2 * (1 + x * x));
        response.byTimesZ(first + 1, factor * x, factor);
    }

    @Override
    public double low(double[] values) {
        return values[first];
    }

    @Override
    public double high(double[] values) {
        return 0;
    }
}
