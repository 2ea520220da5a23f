package org.busbar.analyses.eis.circuit;

import java.util.List;

/** Semi-infinite linear diffusion: A (1 - j)/sqrt(&omega;). */
record Warburg(String name, int first) implements Element {

    @Override
    public List<Slot> parameters() {
        return Element.single(name, Slot.Kind.WARBURG, "Ohm");
    }

    @Override
    public void respond(Omega omega, double[] values, Response response) {
        double real = values[first] / omega.root();
        response.set(real, -real);
        response.by(first, 1 / omega.root(), -1 / omega.root());
    }

    @Override
    public double low(double[] values) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double high(double[] values) {
        return 0;
    }
}
