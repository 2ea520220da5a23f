package org.busbar.drivers.methodscript.simulator;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What the measurement loops do. */
final class Loops {

    private static final int HIGH_SPEED = 3;
    private static final double HIGHEST_FREQUENCY = 200_000;

    private final Bench bench;
    private final Memory memory;

    Loops(Bench bench, Memory memory) {
        this.bench = bench;
        this.memory = memory;
    }

    Turns of(Command loop) throws ScriptError {
        boolean isOpen = loop.name().equals("meas_loop_ocp");
        if (isOpen == bench.isOn()) {
            throw new ScriptError(isOpen ? ScriptError.CELL_ON : ScriptError.CELL_OFF, loop.line());
        }
        return switch (loop.name()) {
            case "meas_loop_ocp" -> openCircuit(loop);
            case "meas_loop_ca" -> chronoamperometry(loop);
            case "meas_loop_cv" -> voltammetry(loop);
            default -> spectrum(loop);
        };
    }

    private Turns openCircuit(Command loop) throws ScriptError {
        double interval = positive(loop, 1);
        int count = (int) Math.floor(positive(loop, 2) / interval + 1e-9);
        return new OpenCircuit(bench, memory, loop, interval, count);
    }

    private Turns chronoamperometry(Command loop) throws ScriptError {
        double interval = positive(loop, 3);
        int count = (int) Math.floor(positive(loop, 4) / interval + 1e-9);
        double[] potentials = DoubleStream.generate(() -> memory.number(loop.argument(2)))
                .limit(count)
                .toArray();
        return new Staircase(bench, memory, loop, potentials, interval, 0);
    }

    /** From one corner to the next one; each but the last begins a side of its own. */
    private Turns voltammetry(Command loop) throws ScriptError {
        double step = positive(loop, 5);
        double[] scan = DoubleStream.concat(
                        DoubleStream.concat(
                                side(number(loop, 2), number(loop, 3), step),
                                side(number(loop, 3), number(loop, 4), step)),
                        side(number(loop, 4), number(loop, 2), step))
                .toArray();
        int scans = scans(loop);
        double[] all = IntStream.range(0, scans)
                .boxed()
                .flatMapToDouble(i -> DoubleStream.of(scan))
                .toArray();
        return new Staircase(bench, memory, loop, all, step / positive(loop, 6), scans > 1 ? scan.length : 0);
    }

    private static DoubleStream side(double from, double to, double step) {
        long count = Math.round(Math.abs(to - from) / step);
        return IntStream.range(0, (int) count).mapToDouble(i -> from + Math.signum(to - from) * step * i);
    }

    private static int scans(Command loop) throws ScriptError {
        if (loop.arguments().size() < 8) {
            return 1;
        }
        String option = loop.argument(7);
        if (!option.matches("nscans\\(\\d{1,4}\\)")) {
            throw new ScriptError(ScriptError.ARGUMENT, loop.line());
        }
        return Integer.parseInt(option.substring(7, option.length() - 1));
    }

    private Turns spectrum(Command loop) throws ScriptError {
        double highest = positive(loop, 4);
        double lowest = positive(loop, 5);
        int count = (int) positive(loop, 6);
        if (bench.mode() != HIGH_SPEED || highest > HIGHEST_FREQUENCY) {
            throw new ScriptError(bench.mode() == HIGH_SPEED ? ScriptError.FREQUENCY : ScriptError.MODE, loop.line());
        }
        double[] frequencies = IntStream.range(0, count)
                .mapToDouble(i -> highest * Math.pow(lowest / highest, i / Math.max(1.0, count - 1)))
                .toArray();
        return new Spectrum(bench, memory, loop, frequencies, number(loop, 7), positive(loop, 3));
    }

    private double number(Command loop, int argument) {
        return memory.number(loop.argument(argument));
    }

    private double positive(Command loop, int argument) throws ScriptError {
        double number = number(loop, argument);
        if (!(number > 0)) {
            throw new ScriptError(ScriptError.ARGUMENT, loop.line());
        }
        return number;
    }
}
