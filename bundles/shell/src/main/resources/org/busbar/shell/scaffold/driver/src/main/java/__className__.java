package ${package};

import java.time.Duration;
import java.util.*;
import org.busbar.api.*;
import org.busbar.api.device.*;
import org.busbar.api.link.*;
import org.osgi.annotation.bundle.Header;
import org.osgi.service.component.annotations.*;
import org.osgi.service.metatype.annotations.*;

/** An instrument that goes to a level and says where it is. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ${className}.Config.class, factory = true)
@Header(name = Links.PERMISSIONS, value = "serial:*, tcp:*")
public final class ${className} implements Device {
    @ObjectClassDefinition public @interface Config {
        String lab_id(); // the name by which sequences call it
        String link() default "sim:${artifactId}"; // a real one: serial:/dev/ttyUSB0?baud=9600
    }
    private static final Parameter.Real LEVEL = Parameter.real("level", "%", 0, 100);
    private final Link link;

    @Activate public ${className}(Config config, @Reference Links links) {
        link = links.open(config.link(), Framing.lines("\r\n"));
    }

    @Override public List<Action> actions() {
        return List.of(Action.action("go").takes(LEVEL).lasting(v -> Duration.ofSeconds(3)).repeatable().does(this::go),
            Action.action("level").gives(LEVEL).lasting(v -> Duration.ofMillis(100)).reading().does(v -> level()));
    }

    private Values go(Values inputs) throws Exception {
        ask(String.format(Locale.ROOT, "GO %.1f", inputs.get(LEVEL)), "OK");
        try {
            while (ask("DONE?", "[01]").equals("0")) Thread.sleep(50);
            return Values.none();
        } catch (InterruptedException e) { makeSafe(); throw e; } // told to stop
    }

    private Values level() throws Exception {
        return Values.of("level", Quantity.parse(ask("LEVEL?", "\\d+\\.\\d %")));
    }

    private String ask(String command, String expected) throws Exception {
        String reply = link.ask(command);
        if (reply.startsWith("ERR ")) throw new DeviceException(command + " was refused: " + reply.substring(4));
        if (!reply.matches(expected)) throw new LinkException(LinkException.Kind.GARBLED, command + " gave " + reply);
        return reply;
    }

    @Override public void selfTest() throws Exception { // is it there, and is it the right one?
        if (!ask("ID?", "[\\w-]+ \\d\\.\\d").startsWith("${artifactId} "))
            throw new DeviceException(Detail.IDENTITY_MISMATCH, link.uri() + " leads to another instrument: mend it");
    }

    @Override public void makeSafe() throws Exception { link.urgent().ask("STOP"); }
    @Deactivate public void close() { link.close(); }
}
