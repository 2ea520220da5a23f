package org.busbar.analyses.eis.circuit;

import java.util.List;

/** 1/(Q (j&omega;)<sup>&alpha;</sup>). */
record ConstantPhase(String name, int first) implements Element {

    @Override
    public List<Slot> parameters() {
        return List.of(new Slot(name + "_Q", Slot.Kind.ADMITTANCE, "S"), Slot.exponent(name + "_alpha"));
    }

    @Override
    public void respond(Omega omega, double[] values, Response response) {
        double alpha = values[first + 1];
        double modulus = Math.exp(-alpha * omega.log()) / values[first];
        double angle = alpha * Math.PI / 2;
        response.set(modulus * Math.cos(angle), -modulus * Math.sin(angle));
        response.byTimesZ(first, -1 / values[first], 0);
        response.byTimesZ(first + 1, -omega.log(), -Math.PI / 2);
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
