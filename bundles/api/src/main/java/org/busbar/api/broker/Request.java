package org.busbar.api.broker;

import java.util.List;
import org.busbar.api.Values;

/**
 * "Determine this quantity by one of these methods at these inputs", to be answered by exactly one {@link Result}.
 *
 * @param id unique in the lab; submitting the same id again changes nothing
 * @param methods the methods allowed; empty if any will do
 * @param askedBy who wants it: {@code campaign:<id>}, or the name of a person or program
 */
public record Request(String id, String quantity, List<String> methods, Values inputs, String askedBy) {

    public Request {
        methods = List.copyOf(methods);
    }

    /** Where a request stands. */
    public enum State {
        PENDING,
        RESERVED,
        RESOLVED,
        FAILED,
        RETRACTED;

        public boolean isFinal() {
            return this != PENDING && this != RESERVED;
        }
    }
}
