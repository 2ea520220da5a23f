package org.busbar.optimizers.designs;

import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Unit;
import org.busbar.api.Values;

/** What a person has chosen of a design, and what is taken where nothing was chosen. */
final class Choices {

    static final List<String> DESIGNS = List.of(
            "sobol",
            "latin-hypercube",
            "random",
            "grid",
            "full-factorial",
            "fractional-factorial",
            "central-composite",
            "one-factor-at-a-time",
            "simplex-lattice",
            "simplex-centroid");

    static final Parameter.Choice DESIGN = new Parameter.Choice("design", DESIGNS, "");
    static final Parameter.Whole POINTS = Parameter.whole("points", 0, 100_000);
    static final Parameter.Whole LEVELS = Parameter.whole("levels", 0, 1_000);
    static final Parameter.Whole CENTRES = Parameter.whole("centres", 0, 100);
    static final Parameter.Choice ALPHA = Parameter.choice("alpha", "rotatable", "face");
    static final Parameter.Whole RESOLUTION = Parameter.whole("resolution", 3, 5);
    static final Parameter.Note GENERATORS = Parameter.note("generators");
    static final Parameter.Note CENTRE = Parameter.note("centre");
    static final Parameter.Whole TRIES = Parameter.whole("tries", 1, 10_000);
    static final Parameter.Choice ORDER = Parameter.choice("order", "random", "standard");
    static final Parameter.Whole SEED = Parameter.whole("seed", 0, 1_000_000_000);
    static final List<Parameter> ALL =
            List.of(DESIGN, POINTS, LEVELS, CENTRES, ALPHA, RESOLUTION, GENERATORS, CENTRE, TRIES, ORDER, SEED);

    private final Values settings;

    /** @throws IllegalArgumentException if there is no such setting, or none of such a value */
    Choices(Values settings) {
        this.settings = settings;
        settings.names().forEach(this::check);
    }

    private void check(String name) {
        Parameter known = ALL.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("designs has no setting " + name + "; it has "
                        + ALL.stream().map(Parameter::name).toList()));
        known.refusal(settings.get(name)).ifPresent(why -> {
            throw new IllegalArgumentException("The setting " + why);
        });
    }

    String design() {
        return settings.has(DESIGN.name()) ? settings.get(DESIGN) : DESIGNS.get(0);
    }

    /** 0 is the same as nothing chosen. */
    int whole(Parameter.Whole setting, int otherwise) {
        if (!settings.has(setting.name())) {
            return otherwise;
        }
        int chosen = (int) settings.quantity(setting.name()).in(Unit.ONE);
        return chosen == 0 && !setting.equals(CENTRES) ? otherwise : chosen;
    }

    String word(Parameter.Choice setting) {
        return settings.has(setting.name())
                ? settings.get(setting)
                : setting.options().get(0);
    }

    /** Empty if nothing was chosen. */
    String note(Parameter.Note setting) {
        return settings.has(setting.name())
                ? ((Text) settings.get(setting.name())).text().strip()
                : "";
    }

    /** The values of {@code x = 0.5 mol/kg, salt = LiPF6}; those not named are taken from {@code middle}. */
    Values centre(Values middle, List<Axis> axes) {
        Values centre = middle;
        for (String term : note(CENTRE).split("[,;]")) {
            if (!term.isBlank()) {
                centre = centre.with(named(term, axes));
            }
        }
        return centre;
    }

    private static Values named(String term, List<Axis> axes) {
        int equals = term.indexOf('=');
        String name = term.substring(0, Math.max(0, equals)).strip();
        Axis axis = axes.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The setting centre names no parameter in '"
                        + term.strip() + "'; write, for instance, 'x = 0.5 mol/kg, salt = LiPF6' of "
                        + axes.stream().map(Axis::name).toList()));
        return value(axis, term.substring(equals + 1).strip());
    }

    private static Values value(Axis axis, String text) {
        var value = axis instanceof ChoiceAxis ? new Text(text) : Quantity.parse(text);
        axis.parameter().refusal(value).ifPresent(why -> {
            throw new IllegalArgumentException("The setting centre: " + why);
        });
        return Values.of(
                axis.name(),
                axis instanceof NumberAxis number ? number.nearest(((Quantity) value).in(number.unit())) : value);
    }
}
