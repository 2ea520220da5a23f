package org.busbar.rest;

import java.util.List;
import java.util.Optional;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Ticket;

/**
 * Which requests are wanted; what is empty does not matter.
 *
 * @param inQuestion only those of which a person has to say what became of them
 */
record RequestFilter(
        Optional<Request.State> state,
        Optional<String> quantity,
        Optional<String> method,
        Optional<String> tenant,
        Optional<String> askedBy,
        Optional<String> parent,
        boolean inQuestion) {

    static RequestFilter of(Call call) {
        return new RequestFilter(
                call.choice("state", Request.State.class),
                call.query("quantity"),
                call.query("method"),
                call.query("tenant"),
                call.query("askedBy"),
                call.query("parent"),
                call.flag("inQuestion"));
    }

    boolean takes(Ticket ticket) {
        Request request = ticket.request();
        return is(state, ticket.state())
                && is(quantity, request.quantity())
                && is(tenant, ticket.tenant())
                && is(askedBy, request.askedBy())
                && is(parent, request.wish().parent())
                && (ticket.inQuestion() || !inQuestion)
                && method.map(wanted -> isBy(wanted, ticket)).orElse(true);
    }

    private static <T> boolean is(Optional<T> wanted, T there) {
        return wanted.isEmpty() || wanted.get().equals(there);
    }

    /** Whether it was answered by that method, or may be. */
    private static boolean isBy(String method, Ticket ticket) {
        List<String> allowed = ticket.request().methods();
        return ticket.method().isEmpty()
                ? allowed.isEmpty() || allowed.contains(method)
                : ticket.method().equals(method);
    }
}
