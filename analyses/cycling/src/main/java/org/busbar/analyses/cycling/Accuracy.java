package org.busbar.analyses.cycling;

import static org.busbar.api.Parameter.real;

import org.busbar.api.Parameter.Real;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality;
import org.busbar.api.analysis.Quality.Level;

/**
 * How well the device measures the current, one standard deviation each, the same error in all rows.
 *
 * @param gain relative to the reading
 * @param offset A
 */
record Accuracy(double gain, double offset) {

    static final Real GAIN = real("current_gain_uncertainty", "1", 0, 1);
    static final Real OFFSET = real("current_offset_uncertainty", "A", 0, Double.POSITIVE_INFINITY);

    /** Used where none is given: a usual cycler. */
    static final double USUAL_GAIN = 1e-3;

    static Accuracy of(Values all) {
        return new Accuracy(all.get(GAIN), all.get(OFFSET));
    }

    /** Says so where neither was among the inputs as they were given. */
    static Quality judge(Values given) {
        return given.has(GAIN.name()) || given.has(OFFSET.name())
                ? Quality.ok()
                : Quality.ok().flag(Level.OK, "current_accuracy_missing: 0.1 % of the reading is used");
    }
}
