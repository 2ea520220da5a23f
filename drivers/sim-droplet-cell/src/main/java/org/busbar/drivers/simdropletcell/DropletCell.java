package org.busbar.drivers.simdropletcell;

import static org.busbar.api.Parameter.choice;
import static org.busbar.api.Parameter.real;
import static org.busbar.api.device.Action.action;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.busbar.api.Parameter;
import org.busbar.api.Parameter.Real;
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
 * A simulated scanning droplet cell over a plate of its own: a head on three axes with a droplet of electrolyte, which
 * measures where it touches the plate. What is measured there is Schwefel's function.
 *
 * <p>The head and what it has done are in a folder, the physical world, and still there after the server was killed.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = DropletCell.Config.class, factory = true)
public final class DropletCell implements Device {

    /** Settings of one cell. */
    @ObjectClassDefinition(name = "Simulated scanning droplet cell")
    public @interface Config {
        @AttributeDefinition(description = "Name by which experiments refer to this cell; letters, digits, . _ -")
        String lab_id();

        @AttributeDefinition(description = "Folder of the simulated matter")
        String world();

        @AttributeDefinition(description = "How many times faster than on the wall time runs in the lab; above 0")
        double speedup() default 1;

        @AttributeDefinition(description = "Edge of the square plate, mm; one corner is at x = 0, y = 0")
        double plate() default 50;

        @AttributeDefinition(description = "x of the waste, mm; beside the plate")
        double waste_x() default -20;

        @AttributeDefinition(description = "y of the waste, mm")
        double waste_y() default 25;

        @AttributeDefinition(description = "Height at which the head travels, mm")
        double height() default 10;

        @AttributeDefinition(description = "Highest velocity of each axis, mm/s")
        double velocity() default 20;

        @AttributeDefinition(description = "Acceleration of each axis, mm/s2")
        double acceleration() default 50;

        @AttributeDefinition(description = "Highest velocity of touching down, mm/s")
        double touch_velocity() default 2;

        @AttributeDefinition(description = "Time to remove a droplet and form a fresh one, s")
        double removal() default 8;

        @AttributeDefinition(description = "Time of a measurement, s")
        double measuring() default 60;

        @AttributeDefinition(description = "What a full reservoir holds, mL")
        double electrolyte() default 50;

        @AttributeDefinition(description = "Volume of a droplet, mL")
        double droplet() default 0.02;

        @AttributeDefinition(description = "Standard deviation of what is measured; 0 is none")
        double noise() default 0;

        @AttributeDefinition(description = "Seed of the noise")
        long seed() default 0;
    }

    /** What stopping may take beside lifting the head. */
    private static final Duration STOPPING = Duration.ofSeconds(5);

    private final Real x;
    private final Real y;
    private final Real schwefel = real("schwefel", "1");
    private final Real duration = real("duration", "s", 0, Double.POSITIVE_INFINITY);

    private final Settings settings;
    private final Moves moves;
    private final LabClock clock;
    private final Mechanics mechanics;

    /** @throws IllegalArgumentException if a setting is missing or out of its range */
    @Activate
    public DropletCell(Config config) {
        settings = Settings.of(config);
        x = real("x", "mm", 0, settings.plate());
        y = real("y", "mm", 0, settings.plate());
        moves = new Moves(settings);
        clock = new LabClock(settings.speedup());
        Logbook logbook = new Logbook(settings.world().resolve(settings.labId() + ".log"));
        Head parked =
                new Head(settings.wasteX(), settings.wasteY(), settings.height(), Droplet.NONE, settings.electrolyte());
        mechanics = new Mechanics(clock, logbook, parked);
    }

    @Override
    public List<Action> actions() {
        return List.of(
                move("moveToWaste").repeatable().lasting(in -> fromCentre()).does(in -> done(this::toWaste)),
                move("removeDroplet")
                        .repeatable()
                        .lasting(in -> clock.wall(settings.removal()))
                        .does(in -> done(moves::renewDroplet)),
                move("moveToSample")
                        .takes(x, y)
                        .repeatable()
                        .lasting(this::fromWaste)
                        .does(in -> done(head -> toSample(head, in))),
                move("touchDown").lasting(in -> touching()).does(in -> done(moves::touchDown)),
                move("measure")
                        .gives(schwefel, x, y)
                        .lasting(in -> clock.wall(settings.measuring()))
                        .does(in -> measure()),
                move("liftUp").repeatable().lasting(in -> lifting()).does(in -> done(moves::liftUp)),
                channel(real("position_x", "mm"), head -> Quantity.of(head.x(), "mm")),
                channel(real("position_y", "mm"), head -> Quantity.of(head.y(), "mm")),
                channel(real("position_z", "mm"), head -> Quantity.of(head.z(), "mm")),
                channel(real("electrolyte", "mL"), head -> Quantity.of(head.electrolyte(), "mL")),
                channel(choice("contact", "up", "down"), head -> new Text(head.isDown() ? "down" : "up")),
                channel(
                        choice("droplet", "none", "fresh", "used"),
                        head -> new Text(head.droplet().word())));
    }

    /** Stops the head where it is, then lifts it. Harmless when it rests at its height. */
    @Override
    public void makeSafe() throws Exception {
        mechanics.stop();
        mechanics.performUnstoppably(moves::liftUp);
    }

    @Override
    public Duration stopBound() {
        return STOPPING.plus(lifting());
    }

    /** Stops the head where it is; it may stay on the sample, where the next driver finds it. */
    @Deactivate
    public void stop() {
        mechanics.stop();
    }

    /** @throws Exception if the world is not a writable folder, or the logbook does not say where the head is */
    @Override
    public void selfTest() throws Exception {
        if (Files.exists(settings.world()) && !Files.isWritable(settings.world().resolve("."))) {
            throw new IllegalStateException(settings.labId() + ": world = " + settings.world()
                    + " is not a folder that can be written to; make it one or configure another");
        }
        mechanics.head();
    }

    private Action move(String name) {
        return action(name).gives(duration);
    }

    private interface Show {
        Value of(Head head);
    }

    private Action channel(Parameter shown, Show show) {
        return action(shown.name())
                .gives(shown)
                .reading()
                .lasting(in -> Duration.ZERO)
                .does(in -> Values.of(shown.name(), show.of(mechanics.head())));
    }

    private Values done(Mechanics.Plan plan) throws Exception {
        return lasted(mechanics.perform(plan));
    }

    private static Values lasted(Motion motion) {
        return Values.of("duration", Quantity.of(motion.seconds(), "s"));
    }

    private Motion toWaste(Head head) throws DeviceException {
        return moves.travel("moveToWaste", head, settings.wasteX(), settings.wasteY());
    }

    private Motion toSample(Head head, Values in) throws DeviceException {
        return moves.travel("moveToSample", head, onPlate(in.get(x)), onPlate(in.get(y)));
    }

    /** Inputs may lie a rounding error outside. */
    private double onPlate(double place) {
        return Math.min(settings.plate(), Math.max(0, place));
    }

    private Values measure() throws Exception {
        Motion motion = mechanics.perform(moves::measure);
        Head head = motion.end();
        return lasted(motion)
                .with("schwefel", measured(head))
                .with("x", Quantity.of(head.x(), "mm"))
                .with("y", Quantity.of(head.y(), "mm"));
    }

    private Quantity measured(Head head) {
        double value = Schwefel.onPlate(head.x(), head.y(), settings.plate());
        if (settings.noise() == 0) {
            return Quantity.of(value, "1");
        }
        Random chance = Chance.of(settings.seed(), head.x(), head.y());
        return Quantity.of(value + settings.noise() * chance.nextGaussian(), settings.noise(), "1");
    }

    /** What the way to the waste takes from the middle of the plate, since the inputs do not say where the head is. */
    private Duration fromCentre() {
        double middle = settings.plate() / 2;
        return clock.wall(moves.seconds(middle, middle, settings.wasteX(), settings.wasteY()));
    }

    /** What the way from the waste takes, where the head is given its droplet. */
    private Duration fromWaste(Values in) {
        return clock.wall(moves.seconds(settings.wasteX(), settings.wasteY(), in.get(x), in.get(y)));
    }

    private Duration touching() {
        return clock.wall(moves.touching(raised(settings.height())).seconds());
    }

    private Duration lifting() {
        return clock.wall(moves.lifting(raised(0)).seconds());
    }

    private static Head raised(double z) {
        return new Head(0, 0, z, Droplet.NONE, 0);
    }
}
