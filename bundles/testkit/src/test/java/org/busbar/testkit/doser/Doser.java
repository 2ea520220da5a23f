package org.busbar.testkit.doser;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Detail;
import org.busbar.api.device.Device;
import org.busbar.api.device.DeviceException;
import org.busbar.api.device.Fate;
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

/** A driver of a small doser, which passes the kit. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Doser.Config.class, factory = true)
@Header(name = Links.PERMISSIONS, value = "serial:*, tcp://*:4001")
class Doser implements Device {

    /** Its settings. */
    @ObjectClassDefinition(name = "Doser")
    @interface Config {
        String lab_id();

        String link();

        int serial__number() default 7;
    }

    static final Parameter.Real VOLUME = Parameter.real("volume", "mL", 0, 10);
    static final Parameter.Real TOTAL = Parameter.real("total", "mL", 0, 1000);
    static final Parameter.Choice VALVE = Parameter.choice("valve", "open", "closed");

    final Link line;

    @Activate
    Doser(Config config, @Reference Links links) {
        this(links, config.link());
    }

    Doser(Links links, String uri) {
        line = links.open(uri, Framing.lines("\r\n"));
    }

    @Override
    public List<Action> actions() {
        Action dose = Action.action("dose")
                .takes(VOLUME)
                .lasting(this::duration)
                .probed(this::probe)
                .does(this::dose);
        Action turn = Action.action("turn")
                .takes(VALVE)
                .gives(Parameter.choice("is", "open", "closed"))
                .lasting(inputs -> Duration.ofSeconds(1))
                .repeatable()
                .does(this::turn);
        Action total = Action.action("total")
                .gives(TOTAL)
                .lasting(inputs -> Duration.ofMillis(100))
                .reading()
                .does(inputs -> total());
        return List.of(dose, turn, total);
    }

    /** One second for each mL. */
    Duration duration(Values inputs) {
        return Duration.ofMillis(100 + Math.round(1000 * inputs.get(VOLUME)));
    }

    Values dose(Values inputs) throws Exception {
        done("GO " + inputs.get(VOLUME));
        try {
            while (ask("AT?", "RUN|DONE").equals("RUN")) {
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            makeSafe();
            throw e;
        }
        if (!ask("END?", "DONE|STOPPED").equals("DONE")) {
            throw new IllegalStateException("Dosing was stopped");
        }
        return Values.none();
    }

    Values turn(Values inputs) throws Exception {
        done("TURN " + inputs.get(VALVE));
        return Values.of("is", new Text(inputs.get(VALVE)));
    }

    private Values total() throws Exception {
        String total = ask("TOTAL?", "[0-9.E-]+");
        return Values.of("total", Quantity.of(Double.parseDouble(total), "mL"));
    }

    Fate probe(Values inputs, Instant started) throws Exception {
        switch (ask("END?", "RUNNING|DONE|STOPPED|NEVER")) {
            case "RUNNING":
                return new Fate.Working();
            case "DONE":
                return new Fate.Completed(Values.none());
            case "NEVER":
                return new Fate.NotBegun();
            default:
                return new Fate.Unclear("It was stopped");
        }
    }

    final void done(String command) throws Exception {
        ask(command, "OK");
    }

    String ask(String command, String pattern) throws Exception {
        return understood(line.ask(command), command, pattern);
    }

    static String understood(String reply, String command, String pattern) throws DeviceException {
        if (reply.equals("NO")) {
            throw new DeviceException("The doser refuses " + command);
        }
        if (!reply.matches(pattern)) {
            throw new DeviceException(Detail.COMMUNICATION, "The doser answers " + reply + " to " + command);
        }
        return reply;
    }

    @Override
    public void makeSafe() throws Exception {
        understood(line.urgent().ask("STOP"), "STOP", "OK");
    }

    @Override
    public Duration stopBound() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void selfTest() throws Exception {
        String number = ask("ID?", "DOSER \\d+");
        if (!number.equals("DOSER 7")) {
            throw new DeviceException(Detail.IDENTITY_MISMATCH, number + " answers, not DOSER 7");
        }
    }

    @Deactivate
    void close() {
        line.close();
    }
}
