package org.busbar.optimizers.designs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.busbar.api.Values;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Question;

/** The points that were tried or are being tried, each of which answers one point of a design. */
final class Tried {

    /** Two places nearer than this along every parameter are the same. */
    private static final double SAME = 1e-9;

    private final Ground ground;
    private final boolean once;
    private final List<double[]> open;

    /** @throws IllegalArgumentException if a point lacks a parameter or has one of another kind */
    Tried(Question question, Ground ground) {
        this.ground = ground;
        this.once = !ground.space().candidates().isEmpty();
        this.open = new ArrayList<>(points(question).map(ground::place).toList());
    }

    static Stream<Values> points(Question question) {
        return Stream.concat(question.observed().stream().map(Observation::point), question.pending().stream());
    }

    /**
     * Whether a point of the design has still to be tried. A trial answers for one point only, as a centre may come several
     * times; a listed candidate comes once, however often it is listed.
     */
    boolean isNew(Values point) {
        double[] place = ground.place(point);
        for (int i = 0; i < open.size(); i++) {
            if (isSame(place, open.get(i))) {
                if (!once) {
                    open.remove(i);
                }
                return false;
            }
        }
        if (once) {
            open.add(place);
        }
        return true;
    }

    private boolean isSame(double[] a, double[] b) {
        double[] apart = new double[a.length];
        Arrays.setAll(apart, i -> ground.axes().get(i).distance(a[i], b[i]));
        return Arrays.stream(apart).allMatch(along -> along <= SAME);
    }
}
