package org.busbar.analyses.eis.circuit;

import java.util.List;

/** (j&omega;L)<sup>&alpha;</sup>, what impedance.py computes under the name La. */
record FractionalInductor(String name, int first) implements Element {

    @Override
    public List<Slot> parameters() {
        return List.of(new Slot(name + "_L", Slot.Kind.FRACTIONAL_INDUCTANCE, "H"), Slot.exponent(name + "_alpha"));
    }

    @Override
    public void respond(Omega omega, double[] values, Response response) {
        double alpha = values[first + 1];
        double log = omega.log() + Math.log(values[first]);
        double modulus = Math.exp(alpha * log);
        double angle = alpha * Math.PI / 2;
        response.set(modulus * Math.cos(angle), modulus * Math.sin(angle));
        response.byTimesZ(first, alpha / values[first], 0);
        response.byTimesZ(first + 1, log, Math.PI / 2);
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
