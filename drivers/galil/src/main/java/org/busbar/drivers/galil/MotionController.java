package org.busbar.drivers.galil;

import static org.busbar.api.Parameter.real;
import static org.busbar.api.Parameter.whole;
import static org.busbar.api.device.Action.action;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.busbar.api.Parameter.Real;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Detail;
import org.busbar.api.device.Device;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.Link;
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

/** Linear axes on a Galil DMC motion controller, over TCP. Not verified on hardware. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = MotionController.Config.class, factory = true)
@Header(name = Links.PERMISSIONS, value = "tcp:*, serial:*")
public final class MotionController implements Device {

    /** Settings of one controller; those of the axes are lists, one value for each axis. */
    @ObjectClassDefinition(name = "Motion controller, Galil DMC")
    public @interface Config {
        @AttributeDefinition(description = "Name by which experiments refer to this controller")
        String lab_id();

        @AttributeDefinition(description = "Where it is, such as tcp://stage.lab:23")
        String link();

        @AttributeDefinition(description = "How its name must begin, such as DMC41; any if empty", required = false)
        String model() default "";

        @AttributeDefinition(description = "Its serial number; 0 for any")
        long serial() default 0;

        @AttributeDefinition(description = "Letters of the axes, as the controller calls them")
        String[] axes();

        @AttributeDefinition(description = "Counts of the encoder per mm; negative if it counts the other way")
        double[] counts_per_mm();

        @AttributeDefinition(description = "Lowest position of each axis, mm")
        double[] lowest();

        @AttributeDefinition(description = "Highest position of each axis, mm")
        double[] highest();

        @AttributeDefinition(description = "Speed of each axis, mm/s")
        double[] speed();

        @AttributeDefinition(description = "Acceleration of each axis, mm/s2")
        double[] acceleration();

        @AttributeDefinition(
                description = "How each axis finds its zero: HM, FE, FI (see the command reference), or none")
        String[] home();

        @AttributeDefinition(description = "How near a position must be reached, mm")
        double tolerance() default 0.05;

        @AttributeDefinition(
                description = "Whether the motors are switched off when made safe; then nothing holds the axes")
        boolean motors_off() default false;
    }

    private final Config config;
    private final Link link;
    private final GalilProtocol controller;
    private final List<Motion> motions;

    /** @throws IllegalArgumentException if a setting is out of its range, or missing for an axis */
    @Activate
    public MotionController(Config config, @Reference Links links) {
        this.config = config;
        List<Axis> axes = new AxisSettings(config).axes();
        link = links.open(config.link(), GalilProtocol.FRAMING);
        controller = new GalilProtocol(link);
        motions = axes.stream()
                .map(axis -> new Motion(controller, axis, config.tolerance()))
                .toList();
    }

    @Override
    public List<Action> actions() {
        List<Action> actions = new ArrayList<>();
        motions.forEach(motion -> actions.addAll(actions(motion)));
        actions.add(channel("moving").gives(whole("moving", 0, 1)).does(in -> moving()));
        return actions;
    }

    private static List<Action> actions(Motion motion) {
        Axis axis = motion.axis();
        Real target = real("position", "mm", axis.lowest(), axis.highest());
        Real reached = real("position", "mm");
        List<Action> actions = new ArrayList<>();
        actions.add(action("move_" + axis.name())
                .takes(target)
                .gives(reached)
                .repeatable()
                .lasting(in -> expected(axis, in.get(target)))
                .probed((in, started) -> motion.fateOfMove(in.get(target)))
                .does(in -> position(motion.moveTo(in.get(target)))));
        if (axis.findsHome()) {
            actions.add(action("home_" + axis.name())
                    .gives(reached)
                    .repeatable()
                    .lasting(in -> lasting(2 * axis.seconds(axis.highest() - axis.lowest(), Axis.HOMING)))
                    .probed((in, started) -> motion.fateOfHoming())
                    .does(in -> position(motion.home())));
        }
        actions.add(channel("position_" + axis.name()).gives(reached).does(in -> position(motion.position())));
        return actions;
    }

    private static Action channel(String name) {
        return action(name).reading().lasting(in -> Duration.ofMillis(200));
    }

    /** The longest way there: where the axis stands is not known without asking it. */
    private static Duration expected(Axis axis, double target) {
        return lasting(axis.seconds(Math.max(target - axis.lowest(), axis.highest() - target), 1));
    }

    private static Duration lasting(double seconds) {
        return Duration.ofMillis(500 + Math.round(1000 * seconds));
    }

    private static Values position(double mm) {
        return Values.of("position", Quantity.of(mm, "mm"));
    }

    private Values moving() throws Exception {
        boolean moving = false;
        for (Motion motion : motions) {
            moving |= motion.isMoving();
        }
        return Values.of("moving", Quantity.of(moving ? 1 : 0, "1"));
    }

    /** Stops every axis, and switches the motors off if the settings say so. */
    @Override
    public void makeSafe() throws Exception {
        String letters = motions.stream().map(motion -> motion.axis().letter()).collect(Collectors.joining());
        GalilProtocol urgent = controller.urgent();
        urgent.tell("ST" + letters);
        for (Motion motion : motions) {
            motion.stop();
        }
        if (config.motors_off()) {
            urgent.tell("MO" + letters);
        }
    }

    @Override
    public Duration stopBound() {
        return motions.stream().map(Motion::stopping).reduce(Duration.ofSeconds(3), Duration::plus);
    }

    @Override
    public void selfTest() throws Exception {
        String revision = revision();
        if (!revision.startsWith(config.model()) || !revision.contains("Rev")) {
            throw other(
                    "says it is '" + revision + "', not a " + (config.model().isEmpty() ? "Galil" : config.model()));
        }
        if (config.serial() != 0) {
            long serial = (long) controller.value("BN", "");
            if (serial != config.serial()) {
                throw other("has the serial number " + serial + ", not " + config.serial());
            }
        }
    }

    /** Model and firmware, as the controller tells. */
    String revision() throws Exception {
        return controller.revision();
    }

    private DeviceException other(String what) {
        return new DeviceException(
                Detail.IDENTITY_MISMATCH,
                "The controller at " + config.link() + " " + what
                        + ": check the address and the settings model and serial");
    }

    /** Stops the axes that may be moving for this driver, and gives the line back. */
    @Deactivate
    public void close() throws Exception {
        try (link) {
            for (Motion motion : motions) {
                if (motion.isUnderWay()) {
                    motion.stop();
                }
            }
        }
    }
}
