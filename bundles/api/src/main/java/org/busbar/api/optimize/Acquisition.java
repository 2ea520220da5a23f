package org.busbar.api.optimize;

import java.util.List;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Says how much a trial would be worth; a service with the property {@code lab.id}. Pure: the same outlook gives the same
 * worth, bit for bit. Called by many threads at once.
 */
@ConsumerType
public interface Acquisition {

    /**
     * Gets ready to weigh points.
     *
     * @throws IllegalArgumentException if it cannot handle so many objectives, or a setting is none of {@link #settings()}
     * @throws InterruptedException if told to stop
     */
    Worth weigh(Outlook outlook) throws InterruptedException;

    /** What may be set; none by itself. */
    default List<Parameter> settings() {
        return List.of();
    }

    /**
     * Whether worths are logarithms, so that one is added to the logarithm of a probability; else they are on the scale of
     * the values.
     */
    default boolean isLogarithmic() {
        return false;
    }

    /**
     * Whether it takes into account what is awaited; otherwise the models it is given already believe that what is awaited
     * comes as they expect.
     */
    default boolean awaits() {
        return false;
    }

    /** The worth of points. Safe for use by many threads. */
    @FunctionalInterface
    interface Worth {

        /** The worth of trying each row next; more is better; to be compared with one another only. */
        double[] of(double[][] rows);

        /** The worth of a row, whose slope is written into {@code slope}; empty if that cannot be said. */
        default Optional<Double> climb(double[] row, double[] slope) {
            return Optional.empty();
        }
    }
}
