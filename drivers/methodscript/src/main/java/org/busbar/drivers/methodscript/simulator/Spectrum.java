package org.busbar.drivers.methodscript.simulator;

/**
 * The impedance at one frequency after the other.
 *
 * @param frequencies Hz
 * @param potential V
 * @param amplitude effective, V
 */
record Spectrum(Bench bench, Memory memory, Command loop, double[] frequencies, double potential, double amplitude)
        implements Turns {

    private static final double SETTLING = 0.2;
    private static final double PERIODS = 2;

    @Override
    public int count() {
        return frequencies.length;
    }

    @Override
    public double seconds(int turn) {
        return SETTLING + PERIODS / frequencies[turn];
    }

    @Override
    public void take(int turn) throws ScriptError {
        bench.apply(potential, loop.line());
        bench.pass(seconds(turn));
        Impedance impedance = bench.cell().impedance(potential, frequencies[turn]);
        double size = impedance.magnitude();
        Variable current = bench.amplifier().shown(amplitude / size);
        Variable real = bench.amplifier().impedance("cc", impedance.real(), size);
        memory.set(loop.argument(0), new Variable("dc", frequencies[turn], 0, -1));
        memory.set(loop.argument(1), new Variable("cc", real.value(), current.status(), current.range()));
        memory.set(loop.argument(2), bench.amplifier().impedance("cd", impedance.imaginary(), size));
    }
}
