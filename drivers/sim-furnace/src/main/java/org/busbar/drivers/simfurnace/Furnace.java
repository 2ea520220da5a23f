package org.busbar.drivers.simfurnace;

import static org.busbar.api.Parameter.choice;
import static org.busbar.api.Parameter.curve;
import static org.busbar.api.Parameter.real;
import static org.busbar.api.Parameter.specimen;
import static org.busbar.api.device.Action.action;

import java.time.Duration;
import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Parameter.Choice;
import org.busbar.api.Parameter.Real;
import org.busbar.api.Parameter.Specimen;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;
import org.busbar.api.device.DeviceException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * A simulated chamber furnace with a door, a gas supply and a dilatometer, in which pellets are sintered.
 *
 * <p>The furnace and the pellets are in a folder, the physical world, and still there after the server was killed.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Furnace.Config.class, factory = true)
public final class Furnace implements Device {

    /** Settings of one furnace. */
    @ObjectClassDefinition(name = "Simulated sinter furnace")
    public @interface Config {
        @AttributeDefinition(description = "Name by which experiments refer to this furnace; letters, digits, . _ -")
        String lab_id();

        @AttributeDefinition(description = "Folder of the simulated matter")
        String world();

        @AttributeDefinition(description = "How many times faster than on the wall time runs in the lab; above 0")
        double speedup() default 1;

        @AttributeDefinition(description = "Seed of the noise")
        long seed() default 0;

        @AttributeDefinition(description = "Highest temperature that may be asked for, Cel")
        double hottest() default 1100;

        @AttributeDefinition(description = "Temperature at which the guard switches the heater off, Cel")
        double limit() default 1150;

        @AttributeDefinition(description = "Temperature at which the door may be opened, Cel")
        double cool() default 80;

        @AttributeDefinition(description = "Standard deviation of a measured density; 0 is none")
        double noise() default 0.003;
    }

    private static final double MINUTE = 60;

    private final Specimen sample = specimen("sample");
    private final Real acid = real("acid", "%", -22.5, 7.5);
    private final Real temperature;
    private final Real ramp = real("ramp", "K/min", 0.5, 20);
    private final Real hold = real("hold", "min", 0, 1440);
    private final Choice atmosphere = choice("atmosphere", "air", "nitrogen", "argon", "oxygen");

    private final Settings settings;
    private final LabClock clock;
    private final Oven oven;

    /** @throws IllegalArgumentException if a setting is missing or out of its range */
    @Activate
    public Furnace(Config config) {
        settings = Settings.of(config);
        clock = new LabClock(settings.speedup());
        oven = new Oven(settings, clock);
        temperature = real("temperature", "Cel", 100, settings.hottest());
    }

    @Override
    public List<Action> actions() {
        return List.of(
                quick("open_door").repeatable().does(in -> done(() -> oven.door(true))),
                quick("close_door").repeatable().does(in -> done(() -> oven.door(false))),
                quick("load").takes(sample, acid).does(in -> done(() -> oven.load(in.get(sample), in.get(acid)))),
                quick("unload").takes(sample).does(in -> done(() -> oven.unload(in.get(sample)))),
                action("sinter")
                        .takes(sample, temperature, ramp, hold, atmosphere)
                        .gives(curve("time", "s"), curve("temperature", "Cel"), curve("shrinkage", "1"))
                        .gives(real("peak_temperature", "Cel"))
                        .lasting(this::expected)
                        .does(in -> oven.sinter(in.get(sample), firing(in))),
                quick("measure_density")
                        .takes(sample)
                        .gives(real("relative_density", "1", 0, 1.2))
                        .does(in -> oven.measure(in.get(sample))),
                channel(
                        real("temperature", "Cel"),
                        state -> Quantity.of(state.heat().celsius(), "Cel")),
                channel(
                        real("power", "W", 0, Heat.MOST),
                        state -> Quantity.of(state.heat().power(), "W")),
                channel(choice("door", "open", "closed"), state -> new Text(state.isOpen() ? "open" : "closed")),
                channel(
                        choice("chamber", "empty", "loaded"),
                        state -> new Text(state.pellet() == null ? "empty" : "loaded")));
    }

    /** Switches the heater off; the furnace cools by itself, with its door closed. */
    @Override
    @Deactivate
    public void makeSafe() throws DeviceException {
        oven.stop();
    }

    /** @throws DeviceException if nobody knows how hot the furnace is */
    @Override
    public void selfTest() throws DeviceException {
        oven.state();
    }

    private Action quick(String name) {
        return action(name).lasting(in -> Duration.ofSeconds(1));
    }

    private interface Look {
        Value at(State state);
    }

    private Action channel(Parameter what, Look look) {
        return quick(what.name())
                .gives(what)
                .does(in -> Values.of(what.name(), look.at(oven.state())))
                .reading();
    }

    private interface Deed {
        void perform() throws DeviceException;
    }

    private static Values done(Deed deed) throws DeviceException {
        deed.perform();
        return Values.none();
    }

    private Duration expected(Values in) {
        return clock.wall(Chamber.seconds(firing(in), State.cold(), settings.cool() + Heat.KELVIN));
    }

    private Firing firing(Values in) {
        return new Firing(
                in.get(temperature) + Heat.KELVIN, in.get(ramp) / MINUTE, in.get(hold) * MINUTE, in.get(atmosphere));
    }
}
