package org.busbar.analyses.eis.circuit;

import java.util.List;

/** Diffusion through a layer to a transmitting end: Z<sub>0</sub> tanh(s)/s, s = sqrt(j&omega;&tau;). */
record TransmittingWarburg(String name, int first) implements Element {

    @Override
    public List<Slot> parameters() {
        return FiniteDiffusion.parameters(name);
    }

    @Override
    public void respond(Omega omega, double[] values, Response response) {
        FiniteDiffusion.respond(-1, first, omega, values, response);
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
