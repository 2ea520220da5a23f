package org.busbar.drivers.methodscript.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.busbar.api.link.Instrument;
import org.jspecify.annotations.Nullable;

/**
 * An EmStat Pico with a three-electrode cell, both in software. Understands {@code t}, {@code i}, {@code v}, {@code e}
 * with a script, and {@code Z}. A script runs in a thread of its own, which ends with it.
 */
final class SimulatedPotentiostat implements Instrument {

    private static final String FIRMWARE = "tespico1400#Jan 10 2026 12:00:00\nR*";
    private static final String WRONG_STATE = "!0006";
    private static final String UNKNOWN = "!0003";

    private final Options options;
    private final Bench bench;
    private final StringBuilder heard = new StringBuilder();
    private @Nullable Voice voice;
    private @Nullable List<String> loading;
    private @Nullable ScriptRun running;
    private long idleSince = System.nanoTime();

    SimulatedPotentiostat(Options options) {
        this.options = options;
        bench = new Bench(options);
    }

    @Override
    public synchronized void hear(byte[] bytes, Voice now) {
        voice = now;
        heard.append(new String(bytes, StandardCharsets.ISO_8859_1));
        for (int end = heard.indexOf("\n"); end >= 0; end = heard.indexOf("\n")) {
            String line = heard.substring(0, end);
            heard.delete(0, end + 1);
            take(line.strip());
        }
    }

    private void take(String line) {
        if (loading != null) {
            load(loading, line);
        } else if (line.equals("t")) {
            say(FIRMWARE);
        } else if (running != null) {
            script(running, line);
        } else if (line.equals("e")) {
            loading = new ArrayList<>();
        } else if (!line.isEmpty()) {
            say(idle(line));
        }
    }

    /** While a script is at work it can be aborted, and nothing else. */
    private void script(ScriptRun run, String line) {
        if (line.equals("Z")) {
            say("Z");
            run.abort();
        } else if (!line.isEmpty()) {
            say(line.charAt(0) + WRONG_STATE);
        }
    }

    private String idle(String line) {
        return switch (line) {
            case "i" -> "i" + options.serial();
            case "v" -> "v0106";
            case "Z" -> "Z" + WRONG_STATE;
            default -> line.charAt(0) + UNKNOWN;
        };
    }

    private void load(List<String> lines, String line) {
        if (!line.isEmpty()) {
            lines.add(line);
            return;
        }
        loading = null;
        try {
            start(Program.of(lines));
        } catch (ScriptError e) {
            say("e" + e.said() + ", Col 1");
        }
    }

    private void start(Program program) {
        say("e");
        bench.pass((System.nanoTime() - idleSince) / 1e9 * options.speed());
        ScriptRun run = new ScriptRun(program, bench, new Pace(options.speed()), this::say);
        running = run;
        Thread thread = new Thread(() -> perform(run), "methodscript-simulator");
        thread.setDaemon(true);
        thread.start();
    }

    private void perform(ScriptRun run) {
        try {
            end(run.run());
        } catch (InterruptedException e) {
            end(List.of(""));
        }
    }

    private synchronized void end(List<String> last) {
        running = null;
        idleSince = System.nanoTime();
        last.forEach(this::say);
    }

    private synchronized void say(String line) {
        Voice now = voice;
        if (now != null) {
            now.say((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
