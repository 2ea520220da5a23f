package org.busbar.distribution.bench.tally;

import static org.busbar.api.Parameter.real;
import static org.busbar.api.device.Action.action;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.busbar.api.Parameter.Real;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * A counter that writes each number it is given into a logbook, which outlives every version of this driver. As drivers
 * of instruments that call back it has a port and a thread, from the first exchange to its deactivation.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Tally.Config.class, factory = true)
public final class Tally implements Device {

    /** Settings of one counter. */
    @ObjectClassDefinition(name = "Counter of the benchmarks")
    public @interface Config {
        @AttributeDefinition(description = "Name by which experiments refer to this counter")
        String lab_id();

        @AttributeDefinition(description = "Logbook")
        String logbook();

        @AttributeDefinition(description = "Time per action, ms")
        long lasting_ms() default 5;
    }

    private final Real number = real("number", "1", 0, 1e12);
    private final Real next = real("next", "1", 0, 1e12);
    private final String id;
    private final Path logbook;
    private final Duration lasting;
    private @Nullable ServerSocket port; // guarded by this

    @Activate
    public Tally(Config config) {
        id = config.lab_id();
        logbook = Path.of(config.logbook());
        lasting = Duration.ofMillis(config.lasting_ms());
    }

    @Override
    public List<Action> actions() {
        return List.of(
                action("count").takes(number).gives(next).lasting(in -> lasting).does(this::count));
    }

    private Values count(Values inputs) throws IOException, InterruptedException {
        connect();
        long given = Math.round(inputs.get(number));
        write("begin " + given);
        try {
            Thread.sleep(lasting.toMillis());
        } catch (InterruptedException e) {
            write("stopped " + given);
            throw e;
        }
        write("end " + given);
        return Values.of(next.name(), Quantity.of(given + 1, "1"));
    }

    private void write(String line) throws IOException {
        Files.write(
                logbook,
                (line + "\n").getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private synchronized void connect() throws IOException {
        if (port == null) {
            ServerSocket opened = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            port = opened;
            new Thread(() -> listen(opened), "tally-" + id).start();
        }
    }

    /** Answers until the port is closed. */
    private static void listen(ServerSocket opened) {
        while (!opened.isClosed()) {
            try (Socket caller = opened.accept()) {
                caller.getOutputStream().write('\n');
            } catch (IOException e) {
                Thread.onSpinWait(); // the port was closed, which the loop sees, or the caller went away
            }
        }
    }

    /** Gives the port and the thread back. */
    @Deactivate
    public synchronized void disconnect() throws IOException {
        if (port != null) {
            port.close();
        }
    }
}
