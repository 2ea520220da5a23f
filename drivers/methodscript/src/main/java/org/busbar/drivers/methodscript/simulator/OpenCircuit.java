package org.busbar.drivers.methodscript.simulator;

/** A cell left alone, whose potential is measured at the end of each interval. */
record OpenCircuit(Bench bench, Memory memory, Command loop, double interval, int count) implements Turns {

    @Override
    public double seconds(int turn) {
        return interval;
    }

    @Override
    public void take(int turn) {
        double potential = bench.cell().rest(interval);
        memory.set(loop.argument(0), bench.amplifier().potential("ab", potential));
    }
}
