package org.example.balance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;
import org.busbar.api.device.DeviceException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** A balance that speaks MT-SICS over TCP. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Balance.Config.class, factory = true)
public final class Balance implements Device {

    @ObjectClassDefinition(name = "Balance, MT-SICS over TCP")
    public @interface Config {
        String lab_id(); // the name by which sequences call it

        String host() default "127.0.0.1";

        int port() default 8001;
    }

    private final Config config;

    @Activate
    public Balance(Config config) {
        this.config = config;
    }

    @Override
    public List<Action> actions() {
        Parameter mass = Parameter.real("mass", "g", 0, 220);
        return List.of(Action.action("weigh").gives(mass).repeatable().does(inputs -> weigh()));
    }

    private Values weigh() throws IOException, DeviceException {
        String[] words = ask("S").split("\\s+"); // answers "S S 12.3456 g" once the weight is stable
        if (words.length != 4 || !words[1].equals("S")) {
            throw new DeviceException("The weight is not stable: close the draught shield and try again");
        }
        return Values.of("mass", Quantity.of(Double.parseDouble(words[2]), words[3]));
    }

    private String ask(String command) throws IOException {
        try (Socket socket = new Socket(config.host(), config.port())) {
            socket.setSoTimeout(3000);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
        }
    }
}
