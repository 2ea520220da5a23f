package org.busbar.api.broker;

import java.time.Duration;
import java.util.Comparator;

/**
 * What an answer costs and what it is worth.
 *
 * @param cost in the lab's own unit of cost, which may be money, hours or anything; at least 0
 * @param duration how long it usually takes; zero if not known
 * @param uncertainty the relative standard deviation of the answer from the truth, model error included; NaN if not known
 */
public record Price(Source source, double cost, Duration duration, double uncertainty) {

    /** An experiment of which nothing else is known. */
    public static final Price UNKNOWN = new Price(Source.EXPERIMENT, 0, Duration.ZERO, Double.NaN);

    /** @throws IllegalArgumentException if the cost, duration or uncertainty is negative */
    public Price {
        if (!(cost >= 0) || duration.isNegative() || uncertainty < 0) {
            throw new IllegalArgumentException("a cost of " + cost + ", a duration of " + duration
                    + " and an uncertainty of " + uncertainty + ": none may be below 0");
        }
    }

    /**
     * Orders prices so that the best for somebody comes first: who says which uncertainty is good enough wants the
     * cheapest, then the fastest; who does not wants what is known to be nearest to the truth, then the cheapest.
     */
    public static Comparator<Price> bestFor(Wish wish) {
        Comparator<Price> cheapest = Comparator.comparingDouble(Price::cost).thenComparing(Price::duration);
        Comparator<Price> nearest = Comparator.comparingDouble(Price::doubt);
        return Double.isFinite(wish.uncertainty()) ? cheapest.thenComparing(nearest) : nearest.thenComparing(cheapest);
    }

    private double doubt() {
        return Double.isNaN(uncertainty) ? Double.POSITIVE_INFINITY : uncertainty;
    }

    /** Where an answer comes from. */
    public enum Source {
        EXPERIMENT,
        SIMULATION,
        /** From data that is there: an analysis, an interpolation, an optimizer. */
        CALCULATION,
        PERSON;

        /** Whether it may be done again when nobody knows whether it was done. */
        public boolean isRepeatable() {
            return this == SIMULATION || this == CALCULATION;
        }
    }
}
