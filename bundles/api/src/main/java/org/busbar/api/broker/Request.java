package org.busbar.api.broker;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.Values;

/**
 * "Determine this quantity by one of these methods at these inputs", to be answered by exactly one {@link Result}, which
 * may have several versions.
 *
 * @param id unique in the lab; submitting the same id again changes nothing
 * @param methods the methods allowed, any of which may answer; empty if the broker is to choose by cost and uncertainty
 * @param inputs what every method is given
 * @param inputsOf what a method is given in place of {@code inputs}, by method
 * @param askedBy who wants it: {@code campaign:<id>}, or the name of a person or program
 */
public record Request(
        String id,
        String quantity,
        List<String> methods,
        Values inputs,
        Map<String, Values> inputsOf,
        String askedBy,
        Wish wish) {

    public Request {
        methods = List.copyOf(methods);
        inputsOf = Collections.unmodifiableMap(new LinkedHashMap<>(inputsOf));
    }

    /** A request with no special wish. */
    public Request(String id, String quantity, List<String> methods, Values inputs, String askedBy) {
        this(id, quantity, methods, inputs, Map.of(), askedBy, Wish.NONE);
    }

    /** What that method is given. */
    public Values inputs(String method) {
        return inputsOf.getOrDefault(method, inputs);
    }

    /** Where a request stands. */
    public enum State {
        /** Open for tenants. */
        PENDING,
        /** One tenant has it, under a lease. */
        RESERVED,
        /** The tenant has begun. */
        RUNNING,
        RESOLVED,
        /** The tenant could not do it. */
        FAILED,
        /** Its deadline passed before anybody had begun. */
        EXPIRED,
        /** Whoever asked does not want it any more. */
        RETRACTED,
        /** The lab refused it. */
        REJECTED,
        /** Made up afterwards for a result that nobody had asked for. */
        UNSOLICITED;

        public boolean isFinal() {
            return compareTo(RUNNING) > 0;
        }
    }
}
