package org.busbar.analyses.eis.circuit;

import java.util.List;

/** R/(1 + (j&omega;&tau;)<sup>&phi;</sup>), a resistor and a constant phase element in parallel. */
record Zarc(String name, int first) implements Element {

    @Override
    public List<Slot> parameters() {
        return List.of(Slot.resistance(name + "_R"), Slot.time(name + "_tau"), Slot.exponent(name + "_phi"));
    }

    @Override
    public void respond(Omega omega, double[] values, Response response) {
        double phi = values[first + 2];
        double log = omega.log() + Math.log(values[first + 1]);
        double modulus = Math.exp(phi * log);
        double re = modulus * Math.cos(phi * Math.PI / 2);
        double im = modulus * Math.sin(phi * Math.PI / 2);
        double norm = (1 + re) * (1 + re) + im * im;
        response.set(values[first] * (1 + re) / norm, -values[first] * im / norm);
        response.by(first, (1 + re) / norm, -im / norm);
        double share = (re * (1 + re) + im * im) / norm; // u/(1 + u), u = (j omega tau)^phi
        double imaginaryShare = im / norm;
        response.byTimesZ(first + 1, -phi / values[first + 1] * share, -phi / values[first + 1] * imaginaryShare);
        double quarter = Math.PI / 2;
        response.byTimesZ(first + 2, quarter * imaginaryShare - share * log, -share * quarter - imaginaryShare * log);
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
