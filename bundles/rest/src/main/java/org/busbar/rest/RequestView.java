package org.busbar.rest;

import java.time.Instant;
import org.busbar.api.broker.Request;
import org.busbar.api.event.LabEvent;
import org.jspecify.annotations.Nullable;

/**
 * A request and where it stands.
 *
 * @param tenant who has taken it; empty if nobody has
 * @param reason why it got no result; empty otherwise
 */
record RequestView(
        Request request,
        Request.State state,
        String tenant,
        String reason,
        Instant requested,
        @Nullable Instant ended) {

    /** The view after an event. */
    static @Nullable RequestView after(@Nullable RequestView before, LabEvent event) {
        if (event instanceof LabEvent.Requested e) {
            return new RequestView(e.requested(), Request.State.PENDING, "", "", e.time(), null);
        }
        return before == null ? null : before.next(event);
    }

    private RequestView next(LabEvent event) {
        if (event instanceof LabEvent.Reserved e) {
            return new RequestView(request, Request.State.RESERVED, e.tenant(), "", requested, null);
        }
        if (event instanceof LabEvent.Resolved e) {
            return new RequestView(request, Request.State.RESOLVED, e.result().tenant(), "", requested, e.time());
        }
        if (event instanceof LabEvent.Unresolved e) {
            return new RequestView(request, e.state(), tenant, e.reason(), requested, e.time());
        }
        return this;
    }
}
