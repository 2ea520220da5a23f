package org.busbar.optimizers.designs;

import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.busbar.api.Values;

/** Points that come one after the other, without end or up to the number of points chosen. */
final class Sequence {

    /** So many misses in a row mean that hardly any point is feasible. */
    private static final int MISSES = 10_000;

    private Sequence() {}

    /** @param start begins anew; what it gives draws one point after the other, empty for one that is not feasible */
    static Plan plan(String title, Ground ground, Supplier<Supplier<Optional<Values>>> start) {
        int points = ground.choices().whole(Choices.POINTS, 0);
        OptionalInt size = points == 0 ? OptionalInt.empty() : OptionalInt.of(points);
        return new Plan(title, () -> new Drawn(title, start.get(), size.orElse(Integer.MAX_VALUE)), size, Map.of());
    }

    private static final class Drawn implements Iterator<Values> {

        private final String title;
        private final Supplier<Optional<Values>> draw;
        private int left;

        Drawn(String title, Supplier<Optional<Values>> draw, int left) {
            this.title = title;
            this.draw = draw;
            this.left = left;
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public Values next() {
            if (left == 0) {
                throw new NoSuchElementException("The " + title + " has no more points");
            }
            left--;
            for (int miss = 0; miss < MISSES; miss++) {
                Optional<Values> point = draw.get();
                if (point.isPresent()) {
                    return point.get();
                }
            }
            throw new IllegalArgumentException("The " + title + " missed the constraints " + MISSES
                    + " times in a row; an equation or a narrow band leaves too little room: take the design random");
        }
    }
}
