package org.busbar.analyses.eis.circuit;

import java.util.List;

/** 1/(j&omega;C). */
record Capacitor(String name, int first) implements Element {

    @Override
    public List<Slot> parameters() {
        return Element.single(name, Slot.Kind.CAPACITANCE, "F");
    }

    @Override
    public void respond(Omega omega, double[] values, Response response) {
        response.set(0, -1 / (omega.value() * values[first]));
        response.byTimesZ(first, -1 / values[first], 0);
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
