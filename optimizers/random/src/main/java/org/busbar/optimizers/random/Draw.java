package org.busbar.optimizers.random;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Unit;
import org.busbar.api.Value;

/** One value of a parameter, each as likely as the others. */
final class Draw {

    /** A last step that rounding alone pushes past the limit still counts. */
    private static final double ROUNDING = 1e-9;

    private Draw() {}

    /** @throws IllegalArgumentException if the parameter is neither a number within limits nor a choice */
    static Value of(Parameter parameter, SplittableRandom random) {
        if (parameter instanceof Parameter.Real real) {
            return new Quantity(number(real, random), real.unit(), Double.NaN);
        }
        if (parameter instanceof Parameter.Whole whole) {
            return new Quantity(whole(whole, random), Unit.ONE, Double.NaN);
        }
        if (parameter instanceof Parameter.Choice choice) {
            return new Text(choice.options().get(random.nextInt(choice.options().size())));
        }
        throw new IllegalArgumentException("Random search cannot draw " + parameter.name() + ", a "
                + parameter.getClass().getSimpleName() + "; it draws real and whole numbers and choices");
    }

    private static double number(Parameter.Real real, SplittableRandom random) {
        if (real.step() == 0) {
            return Math.min(real.max(), real.min() + random.nextDouble() * (real.max() - real.min()));
        }
        double steps = Math.floor((real.max() - real.min()) / real.step() * (1 + ROUNDING));
        return onStep(real, Math.floor(random.nextDouble() * (steps + 1)));
    }

    /** In decimals, so that 0.2 and three steps of 0.05 are 0.35 and not 0.35000000000000003. */
    private static double onStep(Parameter.Real real, double step) {
        return BigDecimal.valueOf(real.min())
                .add(BigDecimal.valueOf(real.step()).multiply(BigDecimal.valueOf(step)))
                .doubleValue();
    }

    /** In doubles, since the number of values may exceed the largest long. */
    private static double whole(Parameter.Whole whole, SplittableRandom random) {
        double values = (double) whole.max() - whole.min() + 1;
        return Math.min(whole.max(), whole.min() + Math.floor(random.nextDouble() * values));
    }
}
