package org.busbar.links.serve;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.link.Instrument;
import org.busbar.api.link.Simulator;

/**
 * The command that serves a simulated instrument in a process of its own:
 *
 * <pre>{@code
 * java -cp <api>:<links>:<driver> org.busbar.links.serve.InstrumentCommand \
 *     --tcp 4001 [--plug] | --pty /dev/pts/3 | --stdio  --simulator org.example.PumpSimulator  [--option speed=100]...
 * }</pre>
 *
 * <p>With {@code --plug}, it reads {@code unplug} and {@code plug in} from its input, and ends with that.
 */
public final class InstrumentCommand {

    private static final String USAGE =
            "usage: InstrumentCommand (--tcp PORT [--plug] | --pty PATH | --stdio) --simulator CLASS [--option NAME=VALUE]...";

    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, String> options = new LinkedHashMap<>();

    private InstrumentCommand(List<String> arguments) {
        Deque<String> left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            take(left);
        }
    }

    /** Serves until it is ended, or the other side of the terminal has gone. */
    public static void main(String[] arguments) throws Exception {
        try {
            new InstrumentCommand(List.of(arguments)).serve(System.out);
        } catch (IllegalArgumentException | ReflectiveOperationException e) {
            System.err.println(e + System.lineSeparator() + USAGE);
            System.exit(2);
        }
    }

    private void take(Deque<String> left) {
        String name = left.remove();
        if (name.equals("--stdio") || name.equals("--plug")) {
            settings.put(name, "");
        } else if (!List.of("--tcp", "--pty", "--simulator", "--option").contains(name) || left.isEmpty()) {
            throw new IllegalArgumentException(name + " is unknown or lacks its value");
        } else if (name.equals("--option")) {
            String[] option = left.remove().split("=", 2);
            options.put(option[0], option.length > 1 ? option[1] : "");
        } else {
            settings.put(name, left.remove());
        }
    }

    private void serve(PrintStream out) throws IOException, ReflectiveOperationException, InterruptedException {
        Instrument instrument = instrument();
        if (settings.containsKey("--tcp")) {
            tcp(instrument, out);
        } else if (settings.containsKey("--pty")) {
            out.println("serving " + settings.get("--pty"));
            InstrumentServer.terminal(instrument, Path.of(settings.getOrDefault("--pty", "")));
        } else if (settings.containsKey("--stdio")) {
            try (Talk talk = new Talk(instrument, System.in, out)) {
                talk.run();
            }
        } else {
            throw new IllegalArgumentException("Say where to serve it");
        }
    }

    private void tcp(Instrument instrument, PrintStream out) throws IOException, InterruptedException {
        int port = Integer.parseInt(settings.getOrDefault("--tcp", ""));
        if (settings.containsKey("--plug")) {
            new Plug(instrument, port).obey(System.in, out);
            return;
        }
        try (InstrumentServer server = InstrumentServer.tcp(instrument, port)) {
            out.println("serving tcp://localhost:" + server.port());
            Thread.currentThread().join();
        }
    }

    private Instrument instrument() throws ReflectiveOperationException {
        Class<?> type = Class.forName(settings.getOrDefault("--simulator", ""));
        return ((Simulator) type.getDeclaredConstructor().newInstance()).instrument(options);
    }
}
