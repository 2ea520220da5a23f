package org.busbar.optimizers.search.space;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.optimize.LinearConstraint;
import org.busbar.api.optimize.Mixture;
import org.busbar.api.optimize.Scale;
import org.busbar.api.optimize.Space;
import org.busbar.optimizers.search.numeric.Keyed;

/** Spaces of all kinds, drawn by a key. */
final class RandomSpaces {

    private RandomSpaces() {}

    static Space draw(Keyed keyed) {
        List<Parameter> parameters = new ArrayList<>();
        List<Mixture> mixtures = new ArrayList<>();
        if (keyed.uniform() < 0.6) {
            mixture(keyed, parameters, mixtures);
        }
        int more = keyed.below(4) + (parameters.isEmpty() ? 1 : 0);
        for (int i = 0; i < more; i++) {
            parameters.add(parameter("p" + i, keyed));
        }
        Space space = new Space(parameters, List.of(), mixtures, List.of(), Map.of());
        for (Parameter parameter : parameters) {
            space = scaled(space, parameter, keyed);
        }
        return keyed.uniform() < 0.6 ? constrained(space, keyed) : space;
    }

    private static Parameter parameter(String name, Keyed keyed) {
        double min = Math.rint(keyed.normal() * 10) / 10;
        Parameter.Real real = Parameter.real(name, "mol/L", min, min + 0.5 + Math.rint(keyed.uniform() * 50) / 10);
        return switch (keyed.below(6)) {
            case 0 -> real;
            case 1 -> real.by(0.05);
            case 2 -> real.by(0.3);
            case 3 -> Parameter.whole(name, -2, keyed.below(30));
            case 4 -> Parameter.choice(name, "a", "b", "c");
            default -> Parameter.real(name, "K", 0.1, 50);
        };
    }

    private static void mixture(Keyed keyed, List<Parameter> parameters, List<Mixture> mixtures) {
        int n = 2 + keyed.below(6);
        double total = keyed.below(2) == 0 ? 1 : 100;
        double step = new double[] {0, 0.01, 0.05, 0.1}[keyed.below(4)] * total;
        boolean solvent = keyed.below(3) == 0;
        String[] names = new String[n];
        for (int i = 0; i < n; i++) {
            names[i] = "m" + i;
            double max = keyed.below(2) == 0 ? total : total * (0.6 + 0.05 * keyed.below(8));
            Parameter.Real real = Parameter.real(names[i], "g", 0, max);
            parameters.add(solvent && i == 0 ? Parameter.real(names[i], "g", 0, total) : real.by(step));
        }
        int most = keyed.below(2) == 0 ? n : Math.min(n, 2 + keyed.below(n));
        mixtures.add(new Mixture(List.of(names), Quantity.of(total, "g"), most));
    }

    private static Space scaled(Space space, Parameter parameter, Keyed keyed) {
        if (parameter instanceof Parameter.Real real && real.unit().ucum().equals("K") && keyed.below(2) == 0) {
            return space.seen(real.name(), new Scale.Log());
        }
        if (parameter instanceof Parameter.Choice choice && keyed.below(2) == 0) {
            return space.seen(choice.name(), keyed.below(2) == 0 ? new Scale.Ordered() : described());
        }
        return space;
    }

    static Scale.Described described() {
        return new Scale.Described(Map.of(
                "a", Map.of("size", 1.0, "charge", 1.0),
                "b", Map.of("size", 2.0, "charge", 1.5),
                "c", Map.of("size", 4.0, "charge", 0.5),
                "d", Map.of("size", 8.0, "charge", 2.5)));
    }

    /** Limits of a weighted sum on either side of what the middle of all ranges gives, or of a little less room. */
    private static Space constrained(Space space, Keyed keyed) {
        Map<String, Double> weights = new LinkedHashMap<>();
        double low = 0;
        double high = 0;
        for (Parameter parameter : space.parameters()) {
            if (!(parameter instanceof Parameter.Choice) && keyed.uniform() < 0.6) {
                double weight = keyed.normal();
                double a = weight * Domain.of(parameter).min();
                double b = weight * Domain.of(parameter).max();
                weights.put(parameter.name(), weight);
                low += Math.min(a, b);
                high += Math.max(a, b);
            }
        }
        double most = low + (high - low) * (0.3 + 0.6 * keyed.uniform());
        return weights.isEmpty()
                ? space
                : space.where(
                        new LinearConstraint(weights, keyed.below(2) == 0 ? low : Double.NEGATIVE_INFINITY, most));
    }
}
