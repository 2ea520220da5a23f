package org.busbar.drivers.methodscript.simulator;

/**
 * Potentials held one after the other, with the current measured at the end of each.
 *
 * @param potentials V
 * @param interval how long each is held, s
 */
record Staircase(Bench bench, Memory memory, Command loop, double[] potentials, double interval, int scan)
        implements Turns {

    @Override
    public int count() {
        return potentials.length;
    }

    @Override
    public double seconds(int turn) {
        return interval;
    }

    @Override
    public void take(int turn) throws ScriptError {
        bench.apply(potentials[turn], loop.line());
        double current = bench.cell().hold(potentials[turn], interval);
        memory.set(loop.argument(0), new Variable("da", potentials[turn], 0, -1));
        memory.set(loop.argument(1), bench.amplifier().shown(current));
    }
}
