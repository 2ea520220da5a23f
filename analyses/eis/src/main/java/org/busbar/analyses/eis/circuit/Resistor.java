package org.busbar.analyses.eis.circuit;

import java.util.List;

/** R. */
record Resistor(String name, int first) implements Element {

    @Override
    public List<Slot> parameters() {
        return List.of(Slot.resistance(name));
    }

    @Override
    public void respond(Omega omega, double[] values, Response response) {
        response.set(values[first], 0);
        response.by(first, 1, 0);
    }

    @Override
    public double low(double[] values) {
        return values[first];
    }

    @Override
    public double high(double[] values) {
        return values[first];
    }
}
