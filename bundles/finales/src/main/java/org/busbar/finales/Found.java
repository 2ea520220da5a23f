package org.busbar.finales;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Ticket;

/**
 * A request as clients know it.
 *
 * @param requested when it was made first
 * @param ticket where it stands, or if it was opened again where that one stands
 */
record Found(UUID uuid, Instant requested, Ticket ticket) {

    /** Where it stands, in the words of FINALES. */
    enum Status {
        PENDING,
        RESERVED,
        RESOLVED,
        RETRACTED,
        UNSOLICITED;

        static Status of(Request.State state) {
            switch (state) {
                case PENDING:
                    return PENDING;
                case RESERVED:
                case RUNNING:
                    return RESERVED;
                case RESOLVED:
                    return RESOLVED;
                case UNSOLICITED:
                    return UNSOLICITED;
                default:
                    return RETRACTED;
            }
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Status status() {
        return Status.of(ticket.state());
    }

    Request request() {
        return ticket.request();
    }
}
