package org.busbar.drivers.newerapump;

import static org.busbar.api.Parameter.real;
import static org.busbar.api.Parameter.whole;
import static org.busbar.api.device.Action.action;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.busbar.api.Parameter.Real;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Detail;
import org.busbar.api.device.Device;
import org.busbar.api.device.DeviceException;
import org.busbar.api.device.Fate;
import org.busbar.api.inventory.Effect;
import org.busbar.api.link.Link;
import org.busbar.api.link.Links;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.bundle.Header;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** A New Era NE-1000 or a pump that speaks alike, on a serial line. Not verified on hardware. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SyringePump.Config.class, factory = true)
@Header(name = Links.PERMISSIONS, value = "serial:*, tcp:*")
public final class SyringePump implements Device {

    /** Settings of one pump. */
    @ObjectClassDefinition(name = "Syringe pump, New Era NE-1000")
    public @interface Config {
        @AttributeDefinition(description = "Name by which experiments refer to this pump")
        String lab_id();

        @AttributeDefinition(
                description = "The line it is on, such as serial:/dev/ttyUSB0?baud=19200; several may share it")
        String link();

        @AttributeDefinition(description = "Its address on the line, 0 to 99, as set at its keypad")
        int address() default 0;

        @AttributeDefinition(description = "Model that it must say it is, without NE-; empty for any")
        String model() default "1000";

        @AttributeDefinition(description = "Inside diameter of the syringe, mm; 0.1 to 50")
        double syringe_diameter();

        @AttributeDefinition(description = "Volume that the syringe holds, mL")
        double syringe_volume();

        @AttributeDefinition(
                description = "Highest rate of the pump with this syringe, mL/min; 0 for that of an NE-1000")
        double highest_rate() default 0;

        @AttributeDefinition(description = "Stock that dispensing uses up; none if empty", required = false)
        String stock() default "";
    }

    private final Config config;
    private final Link link;
    private final NewEraProtocol pump;
    private final Syringe syringe;
    private final Real volume;
    private final Real rate;
    private final Real dispensed = real("dispensed", "mL", 0, Double.POSITIVE_INFINITY);
    private final Real withdrawn = real("withdrawn", "mL", 0, Double.POSITIVE_INFINITY);
    private final AtomicReference<@Nullable Delivery> last = new AtomicReference<>();

    /** @throws IllegalArgumentException if a setting is out of its range */
    @Activate
    public SyringePump(Config config, @Reference Links links) {
        this.config = config;
        syringe = config.highest_rate() == 0
                ? new Syringe(config.syringe_diameter(), config.syringe_volume())
                : new Syringe(config.syringe_diameter(), config.syringe_volume(), config.highest_rate());
        volume = real("volume", "mL", 1e-4, syringe.volume());
        rate = real("rate", "mL/min", syringe.lowestRate(), syringe.highestRate());
        link = links.open(config.link(), NewEraProtocol.FRAMING);
        pump = new NewEraProtocol(link, config.address());
    }

    @Override
    public List<Action> actions() {
        return List.of(
                delivering("dispense", Direction.INFUSE, dispensed).affecting(this::effects),
                delivering("withdraw", Direction.WITHDRAW, withdrawn),
                channel("dispensed").gives(dispensed).does(in -> pumped(Direction.INFUSE)),
                channel("withdrawn").gives(withdrawn).does(in -> pumped(Direction.WITHDRAW)),
                channel("running").gives(whole("running", 0, 1)).does(in -> running()));
    }

    private Action delivering(String name, Direction direction, Real done) {
        return action(name)
                .takes(volume, rate)
                .gives(done)
                .lasting(this::expected)
                .probed((in, started) -> fate(direction, in))
                .does(in -> deliver(direction, in));
    }

    private static Action channel(String name) {
        return action(name).reading().lasting(in -> Duration.ofMillis(200));
    }

    private Duration expected(Values in) {
        return Duration.ofMillis(500 + Math.round(in.get(volume) / in.get(rate) * 60_000));
    }

    private List<Effect> effects(Values in, Values out) {
        Quantity used = out.isEmpty() ? in.quantity("volume") : out.quantity("dispensed");
        return config.stock().isEmpty() ? List.of() : List.of(new Effect.Used(config.stock(), used));
    }

    private Values deliver(Direction direction, Values in) throws Exception {
        Delivery delivery = delivery(direction, in);
        last.set(delivery);
        return Values.of(direction.done, Quantity.of(delivery.perform(), "mL"));
    }

    private Fate fate(Direction direction, Values in) throws Exception {
        Delivery known = last.get();
        Delivery asked = delivery(direction, in);
        Delivery delivery = known != null && known.isLike(asked) ? known : asked;
        last.set(delivery);
        return delivery.fate();
    }

    private Delivery delivery(Direction direction, Values in) {
        return new Delivery(pump, syringe, direction, in.get(volume), in.get(rate));
    }

    private Values pumped(Direction direction) throws Exception {
        pump.ready();
        return Values.of(direction.done, Quantity.of(pump.pumped(direction), "mL"));
    }

    private Values running() throws Exception {
        return Values.of("running", Quantity.of(pump.ready().isMoving() ? 1 : 0, "1"));
    }

    /** Stops the plunger, and returns when the pump has confirmed it. */
    @Override
    public void makeSafe() throws Exception {
        pump.stop();
    }

    @Override
    public void selfTest() throws Exception {
        String version = version();
        String model = config.model().isEmpty() ? "[0-9]+" : Pattern.quote(config.model());
        if (!version.matches("NE" + model + "[A-Z]*V.*")) {
            throw new DeviceException(
                    Detail.IDENTITY_MISMATCH,
                    "The pump at address " + config.address() + " of " + config.link() + " says it is '" + version
                            + "', not an NE-" + config.model() + ": check plug, address and the setting model");
        }
    }

    /** Model and firmware, as the pump tells. */
    String version() throws Exception {
        pump.ready();
        return pump.version();
    }

    /** Stops the pump if it may be at work for this driver, and gives the line back. */
    @Deactivate
    public void close() throws Exception {
        try (link) {
            Delivery delivery = last.get();
            if (delivery != null && delivery.isUnderWay()) {
                pump.stop();
            }
        }
    }
}
