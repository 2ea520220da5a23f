package org.busbar.drivers.modbus;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;
import org.busbar.api.link.Link;
import org.busbar.api.link.Links;
import org.busbar.drivers.described.Description;
import org.busbar.drivers.described.yaml.Section;
import org.osgi.annotation.bundle.Header;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** An instrument with Modbus registers, whose actions a file describes. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Modbus.Config.class, factory = true)
@Header(name = Links.PERMISSIONS, value = "tcp:*, serial:*, udp:*, file:*")
public final class Modbus implements Device {

    /** Settings of one instrument. */
    @ObjectClassDefinition(name = "Modbus instrument")
    public @interface Config {
        @AttributeDefinition(description = "Name by which experiments refer to this instrument")
        String lab_id();

        @AttributeDefinition(description = "Line to it, such as tcp://192.168.0.7:502 or serial:/dev/ttyUSB0?baud=9600")
        String link();

        @AttributeDefinition(description = "File that says which registers and actions it has")
        String description();

        @AttributeDefinition(description = "Its unit id on the line, 0 to 255")
        int unit() default 1;

        @AttributeDefinition(description = "How messages are framed: tcp, rtu, or auto: rtu on serial lines, else tcp")
        String framing() default "auto";
    }

    private final Link link;
    private final Description description;

    /** @throws IllegalArgumentException if a setting or the description has a mistake; says what is right */
    @Activate
    public Modbus(Config config, @Reference Links links) {
        Section file = Description.open(links.files(config.description()));
        Map<String, Register> registers =
                RegisterReader.read(file.get("registers").section());
        Wire wire = wire(config);
        link = links.open(config.link(), wire.framing());
        try {
            description = Description.read(file, new RegisterVerbs(registers, new Station(link, wire)).verbs());
        } catch (IllegalArgumentException e) {
            link.close();
            throw e;
        }
    }

    private static Wire wire(Config config) {
        if (config.unit() < 0 || config.unit() > 255) {
            throw new IllegalArgumentException(
                    config.lab_id() + ": unit = " + config.unit() + " is not within 0 to 255");
        }
        boolean isSerial = config.link().startsWith("serial:");
        return switch (config.framing()) {
            case "auto" -> isSerial ? new RtuWire(config.unit()) : new TcpWire(config.unit());
            case "tcp" -> new TcpWire(config.unit());
            case "rtu" -> new RtuWire(config.unit());
            default ->
                throw new IllegalArgumentException(
                        config.lab_id() + ": framing = " + config.framing() + " is not tcp, rtu or auto");
        };
    }

    @Override
    public List<Action> actions() {
        return description.actions();
    }

    @Override
    public Duration stopBound() {
        return description.stopBound();
    }

    @Override
    public void makeSafe() throws Exception {
        description.makeSafe();
    }

    @Override
    public void selfTest() throws Exception {
        description.selfTest();
    }

    @Deactivate
    void close() {
        link.close();
    }
}
