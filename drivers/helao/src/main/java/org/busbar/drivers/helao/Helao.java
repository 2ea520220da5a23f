package org.busbar.drivers.helao;

import java.time.Duration;
import java.util.List;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;
import org.busbar.api.link.Framing;
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

/** A HELAO action server, whose actions a file describes. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Helao.Config.class, factory = true)
@Header(name = Links.PERMISSIONS, value = "http:*, https:*, file:*")
public final class Helao implements Device {

    /** Settings of one action server. */
    @ObjectClassDefinition(name = "HELAO action server")
    public @interface Config {
        @AttributeDefinition(description = "Name by which experiments refer to this instrument")
        String lab_id();

        @AttributeDefinition(description = "Where the action server is, such as http://127.0.0.1:13371")
        String link();

        @AttributeDefinition(description = "File that says which actions it has, with their units and ranges")
        String description();
    }

    private final Link link;
    private final ActionServer server;
    private final Description description;

    /** @throws IllegalArgumentException if the link or the description has a mistake; says what is right */
    @Activate
    public Helao(Config config, @Reference Links links) {
        Section file = Description.open(links.files(config.description()));
        String type = file.get("server").as(Calls::name);
        link = links.open(config.link(), Framing.prefixed(4));
        server = new ActionServer(link);
        try {
            description = Description.read(file, new Calls(type, server).verbs());
        } catch (IllegalArgumentException e) {
            link.close();
            throw e;
        }
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
        server.check();
        description.selfTest();
    }

    @Deactivate
    void close() {
        link.close();
    }
}
