package org.busbar.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.busbar.api.broker.Broker;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Price;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Tenants;
import org.busbar.api.broker.Ticket;
import org.busbar.api.security.Caller;

/** Finds out what a person may answer, as which tenant and by which offer. */
final class AnswerDesk {

    private static final int MOST = 200;

    private final Broker broker;
    private final Tenants tenants;

    AnswerDesk(Broker broker, Tenants tenants) {
        this.broker = broker;
        this.tenants = tenants;
    }

    /**
     * What the caller has taken and may take. Who may act as every tenant is shown only what people answer, not the work
     * of machines.
     */
    List<AnswerPage.Task> tasks(Caller caller) {
        List<AnswerPage.Task> tasks = new ArrayList<>();
        tenants.offers().forEach((tenant, offers) -> {
            boolean all = caller.tenants().contains(tenant);
            List<Offer> those =
                    offers.stream().filter(offer -> all || isForPeople(offer)).toList();
            if (!those.isEmpty() && caller.mayActAs(tenant)) {
                tasks.addAll(tasks(tenant, those));
            }
        });
        return tasks;
    }

    private List<AnswerPage.Task> tasks(String tenant, List<Offer> offers) {
        return Stream.concat(broker.reserved(tenant).stream(), broker.pending(tenant, MOST).stream())
                .limit(MOST)
                .flatMap(request -> broker.ticket(request.id()).stream())
                .flatMap(ticket -> task(ticket, tenant, offers).stream())
                .toList();
    }

    private static boolean isForPeople(Offer offer) {
        return offer.price().source() == Price.Source.PERSON;
    }

    /**
     * How the caller may answer a request.
     *
     * @param wanted as which tenant; empty if any will do
     * @return empty if it may not, or it is with somebody else or at an end
     */
    Optional<AnswerPage.Task> task(Caller caller, Ticket ticket, Optional<String> wanted) {
        Map<String, List<Offer>> offers = tenants.offers();
        return offers.keySet().stream()
                .filter(tenant -> wanted.isEmpty() || wanted.get().equals(tenant))
                .filter(caller::mayActAs)
                .flatMap(tenant -> task(ticket, tenant, offers.getOrDefault(tenant, List.of())).stream())
                .findFirst();
    }

    private static Optional<AnswerPage.Task> task(Ticket ticket, String tenant, List<Offer> offers) {
        Request request = ticket.request();
        boolean isOpen = ticket.state() == Request.State.PENDING
                || !ticket.state().isFinal() && ticket.tenant().equals(tenant);
        return offers.stream()
                .filter(offer -> isOpen && offer.answers(request.quantity(), request.methods()))
                .filter(offer -> offer.refusals(request.inputs(offer.method())).isEmpty())
                .findFirst()
                .map(offer -> new AnswerPage.Task(ticket, tenant, offer));
    }
}
