package org.busbar.links.serve;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.link.Simulator;

/**
 * A simulated instrument in a process of its own, behind a real link that can be unplugged: for tests of drivers. Keeps its
 * state while it is unplugged. The process has the class path and the Java of this one, and ends with this one at the
 * latest; what it complains of goes to the error stream of this one. For use by one thread.
 *
 * <pre>{@code
 * try (InstrumentProcess instrument = InstrumentProcess.tcp(PumpSimulator.class, Map.of("speed", "100"))) {
 *     Device pump = new Pump(config(instrument.link()), links);
 * }
 * }</pre>
 */
public final class InstrumentProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader said;
    private final BufferedWriter told;
    private final String address;
    private final Optional<TerminalCable> cable;

    private InstrumentProcess(
            Class<? extends Simulator> simulator, Map<String, String> options, Optional<Path> terminal)
            throws IOException {
        process = new ProcessBuilder(command(simulator, options))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        said = process.inputReader();
        told = process.outputWriter();
        try {
            address = await(Plug.IS_IN).substring(Plug.IS_IN.length());
            cable = terminal.map(path -> new TerminalCable(path, address));
            if (cable.isPresent()) {
                cable.get().plugIn();
            }
        } catch (IOException e) {
            end(process);
            throw e;
        }
    }

    /**
     * Starts it behind a TCP port that is free; blocks until it serves.
     *
     * @param simulator a public class with a public constructor without parameters, in the class path
     * @param options of the instrument, as behind {@code sim:}
     * @throws IOException if it ends before it serves
     */
    public static InstrumentProcess tcp(Class<? extends Simulator> simulator, Map<String, String> options)
            throws IOException {
        return new InstrumentProcess(simulator, options, Optional.empty());
    }

    /**
     * Starts it behind a terminal, which behaves as a serial port; blocks until that is there. Needs the program
     * {@code socat}, see {@link #canMakeTerminals}.
     *
     * @param terminal where to put the port; a path where nothing is
     * @throws IOException if it ends before it serves, or {@code socat} is not installed; says how to install it
     */
    public static InstrumentProcess terminal(
            Class<? extends Simulator> simulator, Map<String, String> options, Path terminal) throws IOException {
        return new InstrumentProcess(simulator, options, Optional.of(terminal));
    }

    /** Whether the program {@code socat} is installed, which makes terminals. */
    public static boolean canMakeTerminals() {
        return TerminalCable.isThere();
    }

    private static List<String> command(Class<? extends Simulator> simulator, Map<String, String> options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                InstrumentCommand.class.getName(),
                "--tcp",
                "0",
                "--plug",
                "--simulator",
                simulator.getName()));
        options.forEach((name, value) -> command.addAll(List.of("--option", name + "=" + value)));
        return command;
    }

    /** The URI of a link to it, without options: {@code tcp://localhost:40001}, or {@code serial:} and the terminal. */
    public String link() {
        return cable.map(TerminalCable::link).orElse(address);
    }

    /** Pulls the plug: the connection is cut, and none can be made. A terminal goes away as that of a USB adapter does. */
    public void unplug() throws IOException {
        if (cable.isPresent()) {
            cable.get().unplug();
        } else {
            tell(Plug.OUT, Plug.IS_OUT);
        }
    }

    /** Puts the plug in again, at the same place. */
    public void plugIn() throws IOException {
        if (cable.isPresent()) {
            cable.get().plugIn();
        } else {
            tell(Plug.IN, Plug.IS_IN);
        }
    }

    private void tell(String what, String answer) throws IOException {
        told.write(what);
        told.newLine();
        told.flush();
        await(answer);
    }

    private String await(String beginning) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        throw new IOException("The simulated instrument has ended; what it complained of is on the error stream. Its"
                + " simulator must be a public class with a public constructor without parameters");
    }

    /** Ends the process, and so the instrument and its state. Never throws. */
    @Override
    public void close() {
        cable.ifPresent(TerminalCable::unplug);
        end(process);
    }

    /** Ends a process and waits for that. */
    static void end(Process process) {
        process.destroyForcibly().onExit().join();
    }
}
