package org.busbar.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.busbar.api.broker.Broker;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Ticket;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;

/** Requests that are at an end, newest end first, page by page; what a page costs does not depend on how many there are. */
final class RequestPages {

    private static final int STEP = 200;
    private static final int MOST_LOOKED_AT = 2000;

    private static final Set<Class<? extends LabEvent>> ENDS =
            Set.of(LabEvent.Resolved.class, LabEvent.Unresolved.class, LabEvent.Reported.class);

    private final Broker broker;
    private final Journal journal;

    /** @param next before which event the next page begins; empty if there is none */
    record Page(List<Ticket> tickets, OptionalLong next) {}

    RequestPages(Broker broker, Journal journal) {
        this.broker = broker;
        this.journal = journal;
    }

    /**
     * One page. It may have fewer than {@code limit}, also none, before the last page if few of those looked at fit.
     *
     * @param before the number of an event
     */
    Page read(RequestFilter filter, long before, int limit) {
        Set<Class<? extends LabEvent>> kinds = filter.state()
                .<Set<Class<? extends LabEvent>>>map(RequestPages::kind)
                .orElse(ENDS);
        List<Ticket> tickets = new ArrayList<>();
        long at = before;
        for (int looked = 0; looked < MOST_LOOKED_AT; ) {
            List<Recorded> events = journal.latest(kinds, at, STEP);
            for (Recorded recorded : events) {
                at = recorded.number();
                looked++;
                broker.ticket(recorded.event().subject()).filter(filter::takes).ifPresent(tickets::add);
                if (tickets.size() == limit) {
                    return new Page(tickets, OptionalLong.of(at));
                }
            }
            if (events.size() < STEP) {
                return new Page(tickets, OptionalLong.empty());
            }
        }
        return new Page(tickets, OptionalLong.of(at));
    }

    private static Set<Class<? extends LabEvent>> kind(Request.State state) {
        return switch (state) {
            case RESOLVED -> Set.of(LabEvent.Resolved.class);
            case UNSOLICITED -> Set.of(LabEvent.Reported.class);
            default -> Set.of(LabEvent.Unresolved.class);
        };
    }
}
