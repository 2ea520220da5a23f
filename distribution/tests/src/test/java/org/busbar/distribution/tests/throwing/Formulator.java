package org.busbar.distribution.tests.throwing;

import static org.busbar.api.device.Action.action;

import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** A newer version of the shipped driver that cannot be started. */
@Component(
        name = "org.busbar.drivers.simformulator.Formulator",
        service = Device.class,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Formulator.Config.class, factory = true)
public final class Formulator implements Device {

    @ObjectClassDefinition(name = "Formulator of the tests")
    public @interface Config {
        String lab_id();

        String world();
    }

    private final String id;

    @Activate
    public Formulator(Config config) {
        id = config.lab_id();
        if (!id.isEmpty()) {
            throw new IllegalStateException(id + ": no licence for this version");
        }
    }

    @Override
    public List<Action> actions() {
        return List.of(action("formulate").does(in -> Values.none()));
    }

    @Override
    public void selfTest() {
        throw new IllegalStateException("Nobody comes as far as this");
    }
}
