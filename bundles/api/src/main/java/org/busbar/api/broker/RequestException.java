package org.busbar.api.broker;

import java.util.List;
import java.util.Optional;
import org.busbar.api.Values;

/** Nobody can answer a request. The message is complete; the parts are for programs. */
public final class RequestException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Near> nearest;

    /**
     * The offer that comes nearest.
     *
     * @param refusals what keeps it from answering, a sentence each
     * @param fitting the inputs nearest to those asked for that it would take; empty if none can be told
     */
    public record Near(String tenant, Offer offer, List<String> refusals, Optional<Values> fitting) {
        public Near {
            refusals = List.copyOf(refusals);
        }
    }

    public RequestException(String message, Optional<Near> nearest) {
        super(message);
        this.nearest = nearest;
    }

    /** The offer that comes nearest; empty if nobody offers the quantity by an allowed method. */
    public Optional<Near> nearest() {
        return nearest;
    }
}
