package org.busbar.optimizers.bayes.acquire;

import java.util.List;
import org.busbar.api.LabId;
import org.busbar.api.Parameter;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Outlook;
import org.osgi.service.component.annotations.Component;

/**
 * The logarithm of the probability that the one objective lies in a range: ln(Φ((u - μ)/σ) - Φ((l - μ)/σ)).
 *
 * <p>The settings {@code lower} and {@code upper} limit the range; one may be left out and is then open. Both are on the
 * scale of the models, where values tried are about 0 and 1 in mean and standard deviation and more is better: whoever
 * sets them converts limits from the unit of the objective, and for a value to be minimised turns the sign and swaps
 * them. A row known to lie within is worth most of all, so rows tried should be no candidates. The rule is the$
 * probability of a normal value in an interval and needs no other source.
 */
@Component
@LabId(TargetRange.ID)
public final class TargetRange implements Acquisition {

    static final String ID = "target-range";

    private static final Parameter.Real LOWER = Parameter.real("lower", "1");
    private static final Parameter.Real UPPER = Parameter.real("upper", "1");

    /** @throws IllegalArgumentException also if neither limit is set, or the lower is not below the upper one */
    @Override
    public Worth weigh(Outlook outlook) {
        Within range = range(Settings.of(outlook, this, ID));
        Model model = Objectives.only(outlook, ID);
        return LogMean.of(model.members().stream()
                .<Worth>map(member -> new Pointwise(member, range))
                .toList());
    }

    private static Within range(Settings settings) {
        double lower = settings.get(LOWER, Double.NEGATIVE_INFINITY);
        double upper = settings.get(UPPER, Double.POSITIVE_INFINITY);
        if (!settings.has(LOWER) && !settings.has(UPPER)) {
            throw new IllegalArgumentException("target-range has no range; set lower, upper or both");
        }
        if (!(lower < upper)) {
            throw new IllegalArgumentException(
                    "The range from lower = " + lower + " to upper = " + upper + " is empty; set lower below upper");
        }
        return new Within(lower, upper);
    }

    @Override
    public List<Parameter> settings() {
        return List.of(LOWER, UPPER);
    }

    @Override
    public boolean isLogarithmic() {
        return true;
    }
}
