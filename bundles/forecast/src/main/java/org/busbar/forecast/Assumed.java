package org.busbar.forecast;

import java.net.URI;
import java.util.function.Supplier;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Resource;
import org.busbar.api.Sample;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Unit;
import org.busbar.api.Value;

/** The value that stands for one which only a real run would give. */
final class Assumed {

    private static final String NO_DIGEST = "0".repeat(64);

    private Assumed() {}

    /**
     * The middle between finite limits, else 0 if it is allowed, else the finite limit; the first of several words, an
     * empty text, a series without numbers, a sample named after the step, or a resource of no content.
     *
     * @param path of the step that would give it
     */
    static Value value(Parameter parameter, Supplier<String> path) {
        if (parameter instanceof Parameter.Real real) {
            return new Quantity(number(real.min(), real.max()), real.unit(), Double.NaN);
        }
        if (parameter instanceof Parameter.Whole whole) {
            return new Quantity(number(whole.min(), whole.max()), Unit.ONE, Double.NaN);
        }
        if (parameter instanceof Parameter.Choice choice) {
            return new Text(choice.options().isEmpty() ? "" : choice.options().get(0));
        }
        return thing(parameter, path);
    }

    private static Value thing(Parameter parameter, Supplier<String> path) {
        if (parameter instanceof Parameter.Curve curve) {
            return new Series(new double[0], curve.unit());
        }
        if (parameter instanceof Parameter.Specimen) {
            return new Sample("dry-run-" + path.get());
        }
        if (parameter instanceof Parameter.Artifact artifact) {
            return new Resource(URI.create("artifact:" + NO_DIGEST), artifact.mediaType(), NO_DIGEST);
        }
        return new Text("");
    }

    private static double number(double min, double max) {
        if (Double.isFinite(min) && Double.isFinite(max)) {
            return min / 2 + max / 2;
        }
        if (min <= 0 && max >= 0) {
            return 0;
        }
        return Double.isFinite(min) ? min : max;
    }

    /** The smallest and the largest {@code long} stand for no limit; a half is rounded up. */
    private static double number(long min, long max) {
        boolean open = min == Long.MIN_VALUE || max == Long.MAX_VALUE;
        if (!open) {
            return (min | max) - ((min ^ max) >> 1);
        }
        if (min <= 0 && max >= 0) {
            return 0;
        }
        return min == Long.MIN_VALUE ? max : min;
    }
}
