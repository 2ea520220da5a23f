package org.busbar.drivers.http;

import java.time.Duration;
import java.util.List;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;
import org.busbar.api.link.Framing;
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
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** An instrument that is a web server, as its description says. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = HttpInstrument.Config.class, factory = true)
@Header(name = Links.PERMISSIONS, value = "http:*, https:*, file:*")
public final class HttpInstrument implements Device {

    /** Settings of one instrument. */
    @ObjectClassDefinition(name = "Instrument with a REST interface")
    public @interface Config {
        @AttributeDefinition(description = "Name by which experiments refer to this instrument")
        String lab_id();

        @AttributeDefinition(description = "Such as http://192.168.0.20:8080/api, or sim:http-thermostat")
        String link();

        @AttributeDefinition(description = "File that describes the instrument, such as ${lab}/instruments/oven.yaml")
        String description();

        @AttributeDefinition(description = "User of basic authentication; none if empty")
        String user() default "";

        @AttributeDefinition(description = "Password of the user", type = AttributeType.PASSWORD)
        String password() default "";

        @AttributeDefinition(description = "Bearer token; none if empty", type = AttributeType.PASSWORD)
        String token() default "";
    }

    private final Link link;
    private final Description description;

    /** @throws IllegalArgumentException if a setting or the description is wrong; says where */
    @Activate
    public HttpInstrument(Config config, @Reference Links links) {
        Credentials credentials = Credentials.of(config.user(), config.password(), config.token());
        link = links.open(config.link(), Framing.prefixed(4));
        description = HttpWords.read(links.files(config.description()), link, credentials);
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

    @Override
    public void selfTest() throws Exception {
        description.selfTest();
    }

    @Deactivate
    void close() {
        link.close();
    }
}
