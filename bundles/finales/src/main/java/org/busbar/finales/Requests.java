package org.busbar.finales;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.busbar.api.broker.Broker;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Ticket;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds requests of the broker and writes them as clients know them. */
final class Requests {

    static final String REQUESTER = "finales:";

    private final Broker broker;
    private final RequestIds ids;
    private final Registry registry;

    Requests(Broker broker, RequestIds ids, Registry registry) {
        this.broker = broker;
        this.ids = ids;
        this.registry = registry;
    }

    /** Empty if there is none of that identifier. */
    Optional<Found> find(UUID uuid) {
        return ids.id(uuid).flatMap(broker::ticket).map(this::last);
    }

    /** Where a request stands that may have been opened again. */
    Found last(Ticket first) {
        Ticket last = first;
        while (Found.Status.of(last.state()) == Found.Status.RETRACTED) {
            Optional<Ticket> next =
                    broker.ticket(RequestIds.again(last.request().id()));
            if (next.isEmpty()) {
                break;
            }
            last = next.get();
        }
        return new Found(RequestIds.uuid(first.request().id()), first.requested(), last);
    }

    /** A ticket that is open, without a look at others. */
    Found of(Ticket ticket) {
        String id = ticket.request().id();
        ids.add(id);
        return RequestIds.isAgain(id) ? find(RequestIds.uuid(id)).orElseGet(() -> plain(ticket)) : plain(ticket);
    }

    private static Found plain(Ticket ticket) {
        return new Found(RequestIds.uuid(ticket.request().id()), ticket.requested(), ticket);
    }

    /** The tenant that asked, as clients know it. */
    static UUID requester(Request request) {
        String who = request.askedBy();
        return who.startsWith(REQUESTER)
                ? Registry.uuid(who.substring(REQUESTER.length()))
                : Identifiers.named("requester", who);
    }

    /** The methods that may answer it, by name. */
    List<String> methods(Request request) {
        return request.methods().isEmpty() ? registry.methods(request.quantity()) : request.methods();
    }

    /** Whether it matches the filters; an empty one matches all. */
    boolean matches(Request request, Optional<String> quantity, Optional<String> method) {
        return quantity.map(request.quantity()::equals).orElse(true)
                && method.map(methods(request)::contains).orElse(true);
    }

    ObjectNode json(Found found) {
        return json(found.uuid(), found.requested(), found.status(), found.request());
    }

    ObjectNode json(UUID uuid, Instant requested, Found.Status status, Request request) {
        ObjectNode json = StrictJson.mapper().createObjectNode();
        json.put("uuid", uuid.toString());
        json.put("ctime", Times.of(requested));
        json.put("status", status.word());
        ObjectNode inner = json.putObject("request");
        inner.put("quantity", request.quantity());
        ArrayNode methods = inner.putArray("methods");
        ObjectNode parameters = inner.putObject("parameters");
        for (String method : methods(request)) {
            methods.add(method);
            parameters.set(method, inputs(request, method, requested));
        }
        inner.put("tenant_uuid", requester(request).toString());
        return json;
    }

    private JsonNode inputs(Request request, String method, Instant requested) {
        return registry.inputCodec(new Pair(request.quantity(), method), requested)
                .json(request.inputs(method));
    }
}
