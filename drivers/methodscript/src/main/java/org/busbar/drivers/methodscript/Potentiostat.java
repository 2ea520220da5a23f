package org.busbar.drivers.methodscript;

import java.time.Duration;
import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.Framing;
import org.busbar.api.link.Link;
import org.busbar.api.link.LinkException;
import org.busbar.api.link.Links;
import org.osgi.annotation.bundle.Header;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * A potentiostat that runs MethodSCRIPT: EmStat Pico, EmStat4, Sensit or Nexus. Each measurement is one script, which
 * switches the cell off at its end.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Potentiostat.Config.class, factory = true)
@Header(name = Links.PERMISSIONS, value = "serial:*, tcp:*")
public final class Potentiostat implements Device {

    /** Settings of one potentiostat. */
    @ObjectClassDefinition(name = "Potentiostat with MethodSCRIPT")
    public @interface Config {
        @AttributeDefinition(description = "Name by which experiments refer to this potentiostat")
        String lab_id();

        @AttributeDefinition(description = "Its line, such as serial:/dev/ttyUSB0?baud=230400&flow=xon")
        String link();

        @AttributeDefinition(description = "Serial number it must have, as it says it itself; any if empty")
        String serial_number() default "";

        @AttributeDefinition(description = "Lowest potential it can apply, V")
        double potential_min() default -1.7;

        @AttributeDefinition(description = "Highest potential it can apply, V")
        double potential_max() default 2;

        @AttributeDefinition(description = "Most sensitive current range to be used, A")
        double current_min() default 1e-7;

        @AttributeDefinition(description = "Widest current range to be used, A")
        double current_max() default 1e-3;

        @AttributeDefinition(description = "Highest frequency of impedance spectra, Hz")
        double frequency_max() default 200_000;
    }

    private static final Duration STOP_BOUND = Duration.ofSeconds(20);

    private final Link link;
    private final Console console;
    private final Identity identity;
    private final List<Technique> techniques;

    /** @throws IllegalArgumentException if a setting is wrong */
    @Activate
    public Potentiostat(Config config, @Reference Links links) {
        Settings settings = Settings.of(config);
        link = links.open(config.link(), Framing.lines("\n"));
        console = new Console(link);
        identity = new Identity(settings.serialNumber());
        techniques = List.of(
                new OpenCircuitPotential(settings),
                new CyclicVoltammetry(settings),
                new Chronoamperometry(settings),
                new ImpedanceSpectroscopy(settings));
    }

    @Override
    public List<Action> actions() {
        return techniques.stream()
                .map(technique -> technique.action().does(in -> measure(technique.measurement(in))))
                .toList();
    }

    /** Aborts the script at work and switches the cell off. */
    @Override
    public void makeSafe() throws Exception {
        console.abort();
    }

    @Override
    public Duration stopBound() {
        return STOP_BOUND;
    }

    /**
     * Asks the instrument who it is. A script that is still at work then has nobody who listens to it any more: it is
     * aborted first, as PalmSens advises for an instrument of unknown state.
     */
    @Override
    public void selfTest() throws Exception {
        if (!console.isIdle()) {
            console.abort();
        }
        identity.check(console.identity());
    }

    /** Makes safe if a measurement is at work, and gives the line back. */
    @Deactivate
    public void close() throws Exception {
        try {
            if (console.isAtWork()) {
                makeSafe();
            }
        } finally {
            link.close();
        }
    }

    private Values measure(Measurement measurement) throws DeviceException, LinkException, InterruptedException {
        return measurement.evaluation().of(console.measure(measurement));
    }
}
