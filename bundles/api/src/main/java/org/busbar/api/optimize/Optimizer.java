package org.busbar.api.optimize;

import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Decides what to try next; a service with the property {@code lab.id}. Pure: all it may know is in the
 * {@link Question}, and the same question has one answer. That is why it can be exchanged while a campaign runs. Called
 * by many threads at once.
 */
@ConsumerType
public interface Optimizer {

    /**
     * Suggests {@link Question#count()} points of the problem's space, each accepted by every parameter and on its
     * step, keeping every mixture and constraint; if the space lists candidates, some of those, none twice and none that
     * is observed or pending. Fewer, or none, only when nothing is left to suggest.
     *
     * @throws IllegalArgumentException if this optimizer cannot handle the problem; the message says why
     * @throws InterruptedException if told to stop
     */
    List<Suggestion> suggest(Question question, Parts parts) throws InterruptedException;

    /** What may be set in {@link Question#settings()}, besides what its parts say; none by itself. */
    default List<Parameter> settings() {
        return List.of();
    }

    /**
     * Looks at a problem before anything is asked about it.
     *
     * @throws IllegalArgumentException if this optimizer cannot handle the problem, or a setting; the message says why
     */
    default void check(Problem problem, Values settings, Parts parts) {}

    /**
     * What it expects at other points from what it is told, in the order of the points: each objective as a quantity with
     * one standard deviation; a label as a text, beside the probability of each label.
     *
     * @return empty if this optimizer expects nothing, or does not know enough yet
     * @throws InterruptedException if told to stop
     */
    default List<Values> expect(Question question, List<Values> points, Parts parts) throws InterruptedException {
        return List.of();
    }

    /**
     * What it has learnt from what it is told.
     *
     * @throws InterruptedException if told to stop
     */
    default Insight explain(Question question, Parts parts) throws InterruptedException {
        return Insight.none("this optimizer does not tell what it has learnt");
    }
}
