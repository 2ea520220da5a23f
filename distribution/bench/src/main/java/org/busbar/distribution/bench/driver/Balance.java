package org.busbar.distribution.bench.driver;

import static org.busbar.api.Parameter.real;
import static org.busbar.api.device.Action.action;

import java.util.List;
import org.busbar.api.Parameter.Real;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** A balance that reads exactly what is laid on it. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Balance.Config.class, factory = true)
public final class Balance implements Device {

    /** Settings of one balance. */
    @ObjectClassDefinition(name = "Balance of the benchmarks")
    public @interface Config {
        @AttributeDefinition(description = "Name by which experiments refer to this balance")
        String lab_id();

        @AttributeDefinition(description = "Largest load, g")
        double capacity_g() default 200;
    }

    private final Real load;
    private final Real mass;

    @Activate
    public Balance(Config config) {
        load = real("load", "g", 0, config.capacity_g());
        mass = real("mass", "g", 0, config.capacity_g());
    }

    @Override
    public List<Action> actions() {
        return List.of(action("weigh").takes(load).gives(mass).does(this::weigh));
    }

    private Values weigh(Values inputs) {
        return Values.of(mass.name(), Quantity.of(inputs.get(load), 0.0001, "g"));
    }
}
