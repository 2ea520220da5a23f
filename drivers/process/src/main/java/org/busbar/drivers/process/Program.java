package org.busbar.drivers.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;
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

/** A device that runs programs, as its description says: one for each step. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Program.Config.class, factory = true)
@Header(name = Links.PERMISSIONS, value = "process:*, file:*")
public final class Program implements Device {

    /** Settings of one device. */
    @ObjectClassDefinition(name = "Program")
    public @interface Config {
        @AttributeDefinition(description = "Name by which experiments refer to this device")
        String lab_id();

        @AttributeDefinition(description = "File that describes the device, such as ${lab}/instruments/model.yaml")
        String description();

        @AttributeDefinition(description = "Folder in which each call gets one of its own, such as ${lab}/data/model")
        String folder();

        @AttributeDefinition(description = "How many of these are kept, the latest; 1 to 100000")
        int keep() default 100;

        @AttributeDefinition(description = "Longest output of a program, MB; 1 to 1000")
        int output_limit() default 10;
    }

    private final Description description;
    private final Calls calls = new Calls();

    /** @throws IllegalArgumentException if a setting or the description is wrong; says where */
    @Activate
    public Program(Config config, @Reference Links links) {
        Path file = links.files(config.description());
        Workshop workshop =
                new Workshop(links.files(config.folder()).toAbsolutePath(), within("keep", config.keep(), 1, 100_000));
        long limit = within("output.limit", config.output_limit(), 1, 1000) * 1_000_000L;
        RunWord run = new RunWord(file.toAbsolutePath().resolveSibling(".").normalize(), workshop, calls, limit);
        description = Description.read(Description.open(file), Map.of("run", run));
    }

    private static int within(String setting, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(setting + " = " + value + " is not from " + min + " to " + max);
        }
        return value;
    }

    @Override
    public List<Action> actions() {
        return description.actions();
    }

    /** Ends what is running, then does what the description says. */
    @Override
    public void makeSafe() throws Exception {
        description.halt();
        calls.end();
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
        description.halt();
        calls.end();
    }
}
