package org.busbar.analyses.eis.circuit;

import java.util.List;
import java.util.stream.Collectors;

/** Parts one after the other: impedances add. */
public record Series(List<Circuit> parts) implements Circuit {

    public Series {
        parts = List.copyOf(parts);
    }

    @Override
    public List<Slot> parameters() {
        return parts.stream().flatMap(part -> part.parameters().stream()).toList();
    }

    @Override
    public int first() {
        return parts.get(0).first();
    }

    @Override
    public void respond(Omega omega, double[] values, Response response) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).respond(omega, values, response);
            re += response.real();
            im += response.imaginary();
        }
        response.set(re, im);
    }

    @Override
    public double low(double[] values) {
        double sum = 0;
        for (Circuit part : parts) {
            sum += part.low(values);
        }
        return sum;
    }

    @Override
    public double high(double[] values) {
        double sum = 0;
        for (Circuit part : parts) {
            sum += part.high(values);
        }
        return sum;
    }

    @Override
    public boolean inductive() {
        return parts.stream().anyMatch(Circuit::inductive);
    }

    @Override
    public String shape() {
        return parts.stream().map(Circuit::shape).collect(Collectors.joining("-"));
    }
}
