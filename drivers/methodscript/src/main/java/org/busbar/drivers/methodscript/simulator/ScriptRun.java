package org.busbar.drivers.methodscript.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One run of a script. Only {@link #abort} may be called from another thread. */
final class ScriptRun {

    /** Does what a command says. */
    @FunctionalInterface
    private interface Step {
        void take(Command command) throws ScriptError, Aborted, InterruptedException;
    }

    /** How the instrument marks the loops that it begins. */
    private static final Map<String, String> MARKS = Map.of(
            "meas_loop_cv", "M0005", "meas_loop_ca", "M0007", "meas_loop_ocp", "M000B", "meas_loop_eis", "M000D");

    private final Program program;
    private final Bench bench;
    private final Pace pace;
    private final Consumer<String> output;
    private final Memory memory = new Memory();
    private final Loops loops;
    private final List<Variable> pack = new ArrayList<>();
    private final Map<String, Step> steps = new HashMap<>();
    private double timer;

    /** @param output takes each line that the instrument says meanwhile */
    ScriptRun(Program program, Bench bench, Pace pace, Consumer<String> output) {
        this.program = program;
        this.bench = bench;
        this.pace = pace;
        this.output = output;
        loops = new Loops(bench, memory);
        control();
        measure();
    }

    /**
     * Runs it to its end.
     *
     * @return what the instrument says at the end
     */
    List<String> run() throws InterruptedException {
        try {
            begin();
            block(program.finish(), program.commands().size());
            return List.of("");
        } catch (ScriptError e) {
            return List.of(e.said(), "");
        } catch (Aborted e) {
            return List.of(""); // told again while it was at its end
        }
    }

    void abort() {
        pace.abort();
    }

    private void begin() throws ScriptError, InterruptedException {
        try {
            block(0, program.finish());
        } catch (Aborted e) {
            pack.clear();
        }
    }

    private void block(int from, int to) throws ScriptError, Aborted, InterruptedException {
        for (int i = from; i < to; i++) {
            Command command = program.commands().get(i);
            if (command.isLoop()) {
                loop(command, i + 1);
                i = command.end();
            } else {
                steps.getOrDefault(command.name(), ignored -> {}).take(command);
            }
        }
    }

    private void loop(Command loop, int body) throws ScriptError, Aborted, InterruptedException {
        Turns turns = loops.of(loop);
        output.accept(MARKS.getOrDefault(loop.name(), "M0000"));
        try {
            for (int turn = 0; turn < turns.count(); turn++) {
                mark(turns, turn);
                pace.pass(turns.seconds(turn));
                turns.take(turn);
                block(body, loop.end());
            }
        } finally {
            output.accept(turns.scan() > 0 ? "-\n*" : "*");
        }
    }

    private void mark(Turns turns, int turn) {
        if (turns.scan() > 0 && turn % turns.scan() == 0) {
            output.accept((turn > 0 ? "-\n" : "") + String.format(Locale.ROOT, "C%04X", turn / turns.scan()));
        }
    }

    private void control() {
        steps.put("store_var", c -> memory.set(c.argument(0), new Variable(c.argument(2), number(c, 1), 0, -1)));
        steps.put("add_var", this::addVariable);
        steps.put("set_pgstat_mode", c -> bench.mode((int) number(c, 0)));
        steps.put("set_autoranging", this::setRanges);
        steps.put("set_e", c -> bench.apply(number(c, 0), c.line()));
        steps.put("cell_on", this::switchOn);
        steps.put("cell_off", c -> bench.switchOn(false));
        steps.put("timer_start", c -> timer = pace.passed());
        steps.put("timer_get", c -> memory.set(c.argument(0), new Variable("eb", pace.passed() - timer, 0, -1)));
        steps.put("wait", c -> rest(number(c, 0)));
    }

    private void measure() {
        steps.put("meas", this::measureOnce);
        steps.put("pck_start", c -> pack.clear());
        steps.put("pck_add", c -> pack.add(memory.get(c.argument(0))));
        steps.put(
                "pck_end",
                c -> output.accept("P" + pack.stream().map(Variable::packed).collect(Collectors.joining(";"))));
    }

    private void addVariable(Command command) {
        Variable before = memory.get(command.argument(0));
        memory.set(command.argument(0), new Variable(before.type(), before.value() + number(command, 1), 0, -1));
    }

    private void setRanges(Command command) {
        if (command.argument(0).equals("ba")) {
            bench.amplifier().ranges(number(command, 1), number(command, 2));
        }
    }

    private void switchOn(Command command) throws ScriptError {
        if (bench.mode() == 0) {
            throw new ScriptError(ScriptError.MODE, command.line());
        }
        bench.switchOn(true);
    }

    private void rest(double seconds) throws Aborted, InterruptedException {
        pace.pass(seconds);
        bench.pass(seconds);
    }

    /** Measures the potential of a cell that is off. */
    private void measureOnce(Command command) throws ScriptError, Aborted, InterruptedException {
        if (bench.isOn() || !command.argument(2).equals("ab")) {
            throw new ScriptError(ScriptError.CELL_ON, command.line());
        }
        double seconds = number(command, 0);
        pace.pass(seconds);
        memory.set(
                command.argument(1),
                bench.amplifier().potential("ab", bench.cell().rest(seconds)));
    }

    private double number(Command command, int argument) {
        return memory.number(command.argument(argument));
    }
}
