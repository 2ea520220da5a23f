package org.busbar.analyses.eis.circuit;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Parts side by side: admittances add, and dZ = sum of (Z/Z<sub>part</sub>)<sup>2</sup> dZ<sub>part</sub>. */
public record Parallel(List<Circuit> parts, List<Slot> parameters) implements Circuit {

    public Parallel {
        parts = List.copyOf(parts);
        parameters = List.copyOf(parameters);
    }

    Parallel(List<Circuit> parts) {
        this(parts, new Series(parts).parameters());
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
            Circuit part = parts.get(i);
            part.respond(omega, values, response);
            double norm = response.real() * response.real() + response.imaginary() * response.imaginary();
            double admittance = response.real() / norm;
            double susceptance = -response.imaginary() / norm;
            int next = i + 1 < parts.size() ? parts.get(i + 1).first() : first() + parameters.size();
            scaleBySquare(response, part.first(), next, admittance, susceptance);
            re += admittance;
            im += susceptance;
        }
        double norm = re * re + im * im;
        response.set(re / norm, -im / norm);
        scaleBySquare(response, first(), first() + parameters.size(), response.real(), response.imaginary());
    }

    private static void scaleBySquare(Response response, int from, int to, double re, double im) {
        response.scale(from, to - from, re * re - im * im, 2 * re * im);
    }

    @Override
    public double low(double[] values) {
        return together(part -> part.low(values));
    }

    @Override
    public double high(double[] values) {
        return together(part -> part.high(values));
    }

    private double together(ToDoubleFunction<Circuit> resistance) {
        return parallel(parts.stream().mapToDouble(resistance).toArray());
    }

    /** The resistance of resistances side by side; each may be 0 or infinite. */
    static double parallel(double... resistances) {
        double conductance = 0;
        for (double resistance : resistances) {
            conductance += 1 / resistance;
        }
        return 1 / conductance;
    }

    @Override
    public boolean inductive() {
        return parts.stream().anyMatch(Circuit::inductive);
    }

    @Override
    public String shape() {
        return parts.stream().map(Circuit::shape).collect(Collectors.joining(",", "p(", ")"));
    }
}
