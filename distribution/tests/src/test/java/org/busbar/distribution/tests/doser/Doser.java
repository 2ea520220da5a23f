package org.busbar.distribution.tests.doser;

import static org.busbar.api.device.Action.action;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;
import org.busbar.api.device.DeviceException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Has an instrument of the bench act: what it doses cannot be taken back, what it reads may be read again. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Doser.Config.class, factory = true)
public final class Doser implements Device {

    private static final Parameter.Real AMOUNT = Parameter.real("amount", "mL", 0, 10);
    private static final Parameter.Real TIME = Parameter.real("time", "ms", 0, 60_000);
    private static final Parameter.Real DOSED = Parameter.real("dosed", "mL", 0, 10);

    @ObjectClassDefinition(name = "Doser of the tests")
    public @interface Config {
        String lab_id();

        int port();
    }

    private final Config config;

    @Activate
    public Doser(Config config) {
        this.config = config;
    }

    @Override
    public List<Action> actions() {
        return List.of(named("dose"), named("read").repeatable());
    }

    private Action named(String name) {
        return action(name)
                .takes(Parameter.note("label"), Parameter.note("place"), AMOUNT, TIME)
                .gives(DOSED)
                .lasting(in -> Duration.ofMillis((long) in.get(TIME)))
                .does(in -> act(name, in));
    }

    private Values act(String name, Values in) throws IOException, DeviceException, InterruptedException {
        String id = in.get("label") + "/" + in.get("place") + "/" + in.get(AMOUNT);
        String answer = ask(name + " " + id + " " + (long) in.get(TIME));
        if (!answer.equals("done " + id)) {
            throw new DeviceException(config.lab_id() + " answered '" + answer + "'; nothing more was done");
        }
        return Values.of("dosed", in.quantity("amount"));
    }

    private String ask(String command) throws IOException, InterruptedException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), config.port())) {
            send(socket, command);
            while (socket.getInputStream().available() == 0) {
                Thread.sleep(2); // a read could not be interrupted
            }
            return read(socket);
        } catch (InterruptedException e) {
            makeSafe();
            throw e;
        }
    }

    @Override
    public void makeSafe() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), config.port())) {
            send(socket, "stop");
            read(socket);
        }
    }

    private void send(Socket socket, String command) throws IOException {
        String line = config.lab_id() + " " + command + "\n";
        socket.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
    }

    private static String read(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
    }
}
