package org.example.balance;

import static org.busbar.api.device.Detail.COMMUNICATION;
import static org.busbar.api.device.Detail.IDENTITY_MISMATCH;
import static org.busbar.api.device.Detail.REFUSED;

import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.Framing;
import org.busbar.api.link.Link;
import org.busbar.api.link.Links;
import org.osgi.annotation.bundle.Header;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** A balance that speaks MT-SICS. Not verified on hardware. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Balance.Config.class, factory = true)
@Header(name = Links.PERMISSIONS, value = "serial:*, tcp:*")
public final class Balance implements Device {

    @ObjectClassDefinition(name = "Balance, MT-SICS")
    public @interface Config {
        String lab_id(); // the name by which sequences call it

        String link(); // such as serial:/dev/ttyUSB0?baud=9600, tcp://192.0.2.7:8001, or sim:balance

        String serial() default ".*"; // a pattern of serial numbers
    }

    private final Config config;
    private final Link link;

    @Activate
    public Balance(Config config, @Reference Links links) {
        this.config = config;
        link = links.open(config.link(), Framing.lines("\r\n")); // touches nothing
    }

    @Override
    public List<Action> actions() {
        return List.of(Action.action("weigh").gives(Parameter.real("mass", "g", 0, 220)).repeatable().does(inputs -> weigh()));
    }

    private Values weigh() throws Exception {
        String reply = link.ask("S"); // "S S     12.3456 g" once the weight is stable, "S I" if it is not
        if (!reply.matches("S S +[0-9.]+ g")) {
            throw new DeviceException(reply.startsWith("S ") ? REFUSED : COMMUNICATION, reply + " is no stable weight: close the draught shield");
        }
        return Values.of("mass", Quantity.parse(reply.substring(3).strip()));
    }

    @Override
    public void selfTest() throws Exception {
        String reply = link.ask("I4");
        if (!reply.matches("I4 A \"" + config.serial() + "\"")) {
            throw new DeviceException(IDENTITY_MISMATCH, reply + " answers, not balance " + config.serial());
        }
    }

    @Deactivate
    public void close() {
        link.close();
    }
}
