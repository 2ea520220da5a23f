package org.busbar.optimizers.designs;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import org.busbar.api.Values;

/** A plan on a list of candidates: each of its points is replaced by the nearest candidate that no earlier one took. */
final class Listed {

    private Listed() {}

    static Plan of(Plan plan, Ground ground) {
        List<Values> candidates = ground.space().candidates();
        List<double[]> places = candidates.stream().map(ground::place).toList();
        OptionalInt size =
                OptionalInt.of(Math.min(candidates.size(), plan.size().orElse(candidates.size())));
        return new Plan(
                plan.title() + " on the candidates",
                () -> new Nearest(plan.points().iterator(), ground, places),
                size,
                plan.facts());
    }

    private static final class Nearest implements Iterator<Values> {

        private final Iterator<Values> points;
        private final Ground ground;
        private final List<double[]> places;
        private final boolean[] taken;
        private int left;

        Nearest(Iterator<Values> points, Ground ground, List<double[]> places) {
            this.points = points;
            this.ground = ground;
            this.places = places;
            this.taken = new boolean[places.size()];
            this.left = places.size();
        }

        @Override
        public boolean hasNext() {
            return left > 0 && points.hasNext();
        }

        @Override
        public Values next() {
            if (left == 0) {
                throw new NoSuchElementException("All candidates are taken");
            }
            int nearest = nearest(ground.place(points.next()));
            taken[nearest] = true;
            left--;
            return ground.space().candidates().get(nearest);
        }

        private int nearest(double[] place) {
            int nearest = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < taken.length; i++) {
                double squared = taken[i] ? Double.NaN : ground.squared(place, places.get(i));
                if (squared < least || nearest < 0 && !taken[i]) {
                    nearest = i;
                    least = squared;
                }
            }
            return nearest;
        }
    }
}
