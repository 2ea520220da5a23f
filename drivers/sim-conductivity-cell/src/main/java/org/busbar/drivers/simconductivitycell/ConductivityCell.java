package org.busbar.drivers.simconductivitycell;

import static org.busbar.api.Parameter.curve;
import static org.busbar.api.Parameter.real;
import static org.busbar.api.Parameter.specimen;
import static org.busbar.api.device.Action.action;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.busbar.api.Parameter.Curve;
import org.busbar.api.Parameter.Real;
import org.busbar.api.Parameter.Specimen;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * A simulated two-electrode conductivity cell in a thermostat, with an impedance analyser.
 *
 * <p>The electrolytes it measures lie in a folder, the physical world; their conductivities were measured in a real lab.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ConductivityCell.Config.class, factory = true)
public final class ConductivityCell implements Device {

    /** Settings of one cell. */
    @ObjectClassDefinition(name = "Simulated conductivity cell with impedance analyser")
    public @interface Config {
        @AttributeDefinition(description = "Name by which experiments refer to this cell; letters, digits, . _ -")
        String lab_id();

        @AttributeDefinition(description = "Folder of the simulated matter, shared with the instruments that make it")
        String world();

        @AttributeDefinition(description = "How many times faster than on the wall time runs in the lab; above 0")
        double speedup() default 1;

        @AttributeDefinition(description = "Seed of the noise")
        long seed() default 0;

        @AttributeDefinition(description = "Cell constant, 1/cm")
        double cell_constant() default 0.512;

        @AttributeDefinition(description = "Standard deviation of both parts of Z relative to |Z|; 0 to 0.1")
        double noise() default 0.002;
    }

    /** Relative standard uncertainty of the cell constant, from a calibration with KCl. */
    private static final double CELL_CONSTANT_UNCERTAINTY = 0.00066;

    /** Lab time of emptying, rinsing and drying, s. */
    private static final double RINSING = 180;

    private static final double ZERO_CELSIUS = 273.15;

    private final Specimen sample = specimen("sample");
    private final Real temperature = real("temperature", "Cel", 0, 60);
    private final Curve frequency = curve("frequency", "Hz");
    private final Curve zReal = curve("z_real", "Ohm");
    private final Curve zImag = curve("z_imag", "Ohm");
    private final Real cellConstant = real("cell_constant", "cm-1", 0, Double.POSITIVE_INFINITY);
    private final Real temperatureReached = real("temperature_reached", "Cel");
    private final Real duration = real("duration", "s", 0, Double.POSITIVE_INFINITY);

    private final Settings settings;
    private final VialRack vials;
    private final Logbook logbook;
    private final ConductivityModel model = new ConductivityModel(HteTable.byTemperature());
    private final Thermostat thermostat = new Thermostat();
    private final LabClock clock;

    /** @throws IllegalArgumentException if a setting is missing or out of its range */
    @Activate
    public ConductivityCell(Config config) {
        settings = Settings.of(config);
        vials = new VialRack(settings.world());
        logbook = new Logbook(settings.world().resolve(settings.labId() + ".log"));
        clock = new LabClock(settings.speedup());
    }

    @Override
    public List<Action> actions() {
        return List.of(action("measure_impedance")
                .takes(sample, temperature)
                .gives(frequency, zReal, zImag, cellConstant, temperatureReached, duration)
                .lasting(this::expected)
                .does(this::measure));
    }

    /** Stops the measurement and switches the thermostat off. Harmless when idle. */
    @Override
    @Deactivate
    public void makeSafe() {
        clock.stop();
    }

    /** @throws IllegalStateException if there is something at the place of the world which is not a writable folder */
    @Override
    public void selfTest() {
        if (Files.exists(settings.world()) && !Files.isWritable(settings.world().resolve("."))) {
            throw new IllegalStateException(settings.labId() + ": world = " + settings.world()
                    + " is not a folder that can be written to; make it one or configure another");
        }
    }

    private Duration expected(Values in) {
        double seconds = thermostat.seconds(in.get(temperature)) + Sweep.seconds() + RINSING;
        return clock.wall(seconds);
    }

    private Values measure(Values in) throws Exception {
        LabTime time = clock.start();
        double celsius = in.get(temperature);
        Composition composition = vials.composition(in.get(sample));
        return logbook.record(
                "measure_impedance sample=" + in.get(sample) + " temperature=" + celsius + "Cel",
                () -> measure(composition, celsius, time));
    }

    private Values measure(Composition composition, double celsius, LabTime time) throws InterruptedException {
        thermostat.reach(celsius, time);
        Sweep sweep = sweep(composition, celsius);
        time.pass(Sweep.seconds());
        time.pass(RINSING);
        return report(sweep, celsius, time.passed());
    }

    private Sweep sweep(Composition composition, double celsius) {
        Random chance = Chance.of(
                settings.seed(), composition.ec(), composition.pc(), composition.emc(), composition.salt(), celsius);
        double kelvin = celsius + Thermostat.UNCERTAINTY * chance.nextGaussian() + ZERO_CELSIUS;
        double milliSiemensPerCm = model.kappa(composition.pcShare(), composition.saltMolality(), kelvin);
        return Sweep.of(1000 * settings.cellConstant() / milliSiemensPerCm, settings.noise(), chance);
    }

    private Values report(Sweep sweep, double celsius, double seconds) {
        double constant = settings.cellConstant();
        return Values.of("frequency", Series.of("Hz", Sweep.frequencies()))
                .with("z_real", sweep.real())
                .with("z_imag", sweep.imaginary())
                .with("cell_constant", Quantity.of(constant, CELL_CONSTANT_UNCERTAINTY * constant, "cm-1"))
                .with("temperature_reached", Quantity.of(celsius, Thermostat.UNCERTAINTY, "Cel"))
                .with("duration", Quantity.of(seconds, "s"));
    }
}
