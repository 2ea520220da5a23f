package org.busbar.drivers.scpi;

import java.time.Duration;
import java.util.List;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;
import org.busbar.api.link.Link;
import org.busbar.api.link.Links;
import org.busbar.drivers.described.Description;
import org.osgi.annotation.bundle.Header;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** An instrument that is told and asked lines of text, as its description says. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ScpiInstrument.Config.class, factory = true)
@Header(name = Links.PERMISSIONS, value = "serial:*, tcp:*, udp:*, usbtmc:*, process:*, file:*")
public final class ScpiInstrument implements Device {

    /** Settings of one instrument. */
    @ObjectClassDefinition(name = "SCPI instrument")
    public @interface Config {
        @AttributeDefinition(description = "Name by which experiments refer to this instrument")
        String lab_id();

        @AttributeDefinition(
                description = "Such as serial:/dev/ttyUSB0?baud=9600, tcp://host:5025, usbtmc:/dev/usbtmc0")
        String link();

        @AttributeDefinition(description = "File that describes the instrument, such as ${lab}/instruments/supply.yaml")
        String description();

        @AttributeDefinition(description = "What lines end with: LF, CR, CRLF or NUL")
        String terminator() default "LF";

        @AttributeDefinition(description = "Asks SYST:ERR? after each tell")
        boolean check_errors() default true;
    }

    private final Link link;
    private final Description description;
    private final ErrorQueue errors;

    /** @throws IllegalArgumentException if a setting or the description is wrong; says where */
    @Activate
    public ScpiInstrument(Config config, @Reference Links links) {
        Terminator terminator = Terminator.of(config.terminator());
        errors = new ErrorQueue(config.check_errors());
        link = links.open(config.link(), terminator.framing());
        description = ScpiWords.read(links.files(config.description()), link, errors);
    }

    @Override
    public List<Action> actions() {
        return description.actions();
    }

    @Override
    public void makeSafe() throws Exception {
        description.makeSafe();
    }

    @Override
    public Duration stopBound() {
        return description.stopBound();
    }

    /** Also empties the error queue: what happened before is not the fault of the next action. */
    @Override
    public void selfTest() throws Exception {
        description.selfTest();
        errors.empty(link);
    }

    @Deactivate
    void close() {
        link.close();
    }
}
