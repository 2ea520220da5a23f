package org.busbar.analyses.eis.circuit;

import java.util.List;

/** An equivalent circuit or a part of one. Immutable; {@link CircuitText} reads one. */
public sealed interface Circuit permits Series, Parallel, Element {

    /** The parameters in the order in which they are written. */
    List<Slot> parameters();

    /** Index of the first own parameter among those of the whole circuit; the others follow it. */
    int first();

    /**
     * Writes the impedance at one frequency and its derivatives by the own parameters.
     *
     * @param values all parameters of the whole circuit, each in the unit of its {@link Slot}
     */
    void respond(Omega omega, double[] values, Response response);

    /** The real impedance at frequency 0, Ohm; infinite if direct current is blocked. */
    double low(double[] values);

    /** The real impedance at infinite frequency, Ohm; infinite if an inductance blocks. */
    double high(double[] values);

    /** Whether an inductance is in it. */
    boolean inductive();

    /** The circuit with elements written as letters alone: equal for circuits that differ in parameters only. */
    String shape();
}
