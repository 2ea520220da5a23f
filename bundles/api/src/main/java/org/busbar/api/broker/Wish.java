package org.busbar.api.broker;

import java.time.Instant;
import java.util.Optional;

/**
 * How somebody wants a request answered.
 *
 * @param priority who is served first: the higher number; usually 0
 * @param deadline a request not begun by then expires, one begun is late; empty if there is none
 * @param budget the most it may cost, in the lab's own unit of cost; infinite if that does not matter
 * @param uncertainty the largest relative standard deviation that is of use; infinite if that does not matter
 * @param parent the id of the request for whose sake this one is made; empty if there is none
 */
public record Wish(int priority, Optional<Instant> deadline, double budget, double uncertainty, String parent) {

    /** Nothing special. */
    public static final Wish NONE =
            new Wish(0, Optional.empty(), Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, "");

    /** @throws IllegalArgumentException if the budget or the uncertainty is no number of at least 0 */
    public Wish {
        if (!(budget >= 0)) {
            throw new IllegalArgumentException("budget = " + budget + " is not a number from 0 on");
        }
        if (!(uncertainty >= 0)) {
            throw new IllegalArgumentException("uncertainty = " + uncertainty + " is not a number from 0 on");
        }
    }

    /** The same, but on behalf of that request. */
    public Wish under(String request) {
        return new Wish(priority, deadline, budget, uncertainty, request);
    }
}
