package org.busbar.drivers.simformulator;

import static org.busbar.api.Parameter.real;
import static org.busbar.api.Parameter.specimen;
import static org.busbar.api.device.Action.action;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.busbar.api.Parameter.Real;
import org.busbar.api.Parameter.Specimen;
import org.busbar.api.Quantity;
import org.busbar.api.Sample;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;
import org.busbar.api.inventory.Effect;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * A simulated robot that doses EMC, PC, EC and LiPF6 into a vial on a balance and mixes them.
 *
 * <p>What it makes lies in a folder, the physical world, and is still there after the server was killed.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Formulator.Config.class, factory = true)
public final class Formulator implements Device {

    /** Settings of one formulator. */
    @ObjectClassDefinition(name = "Simulated electrolyte formulator")
    public @interface Config {
        @AttributeDefinition(description = "Name by which experiments refer to this formulator; letters, digits, . _ -")
        String lab_id();

        @AttributeDefinition(
                description = "Folder of the simulated matter, shared with the instruments that measure it")
        String world();

        @AttributeDefinition(description = "How many times faster than on the wall time runs in the lab; above 0")
        double speedup() default 1;

        @AttributeDefinition(description = "Seed of the dosing errors")
        long seed() default 0;

        @AttributeDefinition(description = "(EC + PC) / (EC + PC + EMC) by mass; 0.01 to 1")
        double cyclic_share() default 0.3;

        @AttributeDefinition(description = "Standard deviation of the relative error of one dose; 0 to 0.1")
        double dosing_error() default 0.001;
    }

    /** Lab time of mixing, s. */
    private static final double MIXING = 120;

    private final Real pcShare = real("pc_share", "1", 0, 1);
    private final Real saltMolality = real("salt_molality", "mol/kg", 0, 2.5);
    private final Real mass = real("mass", "g", 0.5, 20);
    private final Specimen sample = specimen("sample");
    private final Real pcShareDosed = real("pc_share_dosed", "1", 0, 1);
    private final Real saltMolalityDosed = real("salt_molality_dosed", "mol/kg", 0, Double.POSITIVE_INFINITY);
    private final Real duration = real("duration", "s", 0, Double.POSITIVE_INFINITY);

    private final Settings settings;
    private final VialRack vials;
    private final Logbook logbook;
    private final LabClock clock;

    /** @throws IllegalArgumentException if a setting is missing or out of its range */
    @Activate
    public Formulator(Config config) {
        settings = Settings.of(config);
        vials = new VialRack(settings.world());
        logbook = new Logbook(settings.world().resolve(settings.labId() + ".log"));
        clock = new LabClock(settings.speedup());
    }

    @Override
    public List<Action> actions() {
        return List.of(action("formulate")
                .takes(pcShare, saltMolality, mass)
                .gives(sample, pcShareDosed, saltMolalityDosed, duration)
                .lasting(this::expected)
                .affecting(this::effects)
                .does(this::formulate));
    }

    /** Stops dosing and mixing; what is in the vial is then unknown. Harmless when idle. */
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
        double seconds = recipe(in).masses(settings.cyclicShare()).seconds() + MIXING;
        return clock.wall(seconds);
    }

    /** A new sample stands in the rack of this formulator. */
    private List<Effect> effects(Values in, Values out) {
        return out.isEmpty()
                ? List.of()
                : List.of(new Effect.Made(out.get(sample).id(), List.of(), in.quantity("mass"), settings.labId()));
    }

    private Values formulate(Values in) throws Exception {
        LabTime time = clock.start();
        Sample vial = vials.take(settings.labId());
        Recipe recipe = recipe(in);
        return logbook.record("formulate sample=" + vial + " " + recipe, () -> fill(vial, recipe, time));
    }

    private Values fill(Sample vial, Recipe recipe, LabTime time) throws Exception {
        Dosing dosing = Dosing.of(
                recipe.masses(settings.cyclicShare()),
                settings.dosingError(),
                Chance.of(settings.seed(), recipe.pcShare(), recipe.saltMolality(), recipe.mass()));
        for (Substance substance : Substance.values()) {
            time.pass(substance.seconds(dosing.dosed().of(substance)));
        }
        time.pass(MIXING);
        vials.put(vial, settings.labId(), dosing.dosed());
        return report(vial, dosing.weighed(), time.passed());
    }

    private Values report(Sample vial, Masses weighed, double seconds) {
        double u = Dosing.UNCERTAINTY;
        return Values.of("sample", vial)
                .with("pc_share_dosed", Quantity.of(weighed.pcShare(), weighed.pcShareUncertainty(u), "1"))
                .with(
                        "salt_molality_dosed",
                        Quantity.of(weighed.saltMolality(), weighed.saltMolalityUncertainty(u), "mol/kg"))
                .with("duration", Quantity.of(seconds, "s"));
    }

    private Recipe recipe(Values in) {
        return new Recipe(in.get(pcShare), in.get(saltMolality), in.get(mass));
    }
}
