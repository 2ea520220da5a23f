package org.busbar.analyses.eis.circuit;

import java.util.List;

/** j&omega;L; L may be 0. */
record Inductor(String name, int first) implements Element {

    @Override
    public List<Slot> parameters() {
        return Element.single(name, Slot.Kind.INDUCTANCE, "H");
    }

    @Override
    public void respond(Omega omega, double[] values, Response response) {
        response.set(0, omega.value() * values[first]);
        response.by(first, 0, omega.value());
    }

    @Override
    public double low(double[] values) {
        return 0;
    }

    @Override
    public double high(double[] values) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public boolean inductive() {
        return true;
    }
}
