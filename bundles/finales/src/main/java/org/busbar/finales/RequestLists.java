package org.busbar.finales;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.busbar.api.broker.Broker;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Ticket;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;

/** Lists of requests: those that are pending from the broker's memory, each written once; all of them from the journal. */
final class RequestLists {

    private final Broker broker;
    private final Journal journal;
    private final Requests requests;
    private final Bindings bindings;
    private final Supplier<Settings> settings;
    private final OfferWindow window;
    private final Map<String, byte[]> written = new ConcurrentHashMap<>();

    RequestLists(
            Broker broker,
            Journal journal,
            Requests requests,
            Bindings bindings,
            Supplier<Settings> settings,
            OfferWindow window) {
        this.broker = broker;
        this.journal = journal;
        this.requests = requests;
        this.bindings = bindings;
        this.settings = settings;
        this.window = window;
    }

    Answer pending(Call call) {
        List<Ticket> open = broker.open();
        if (written.size() > 2 * open.size() + 1000) {
            written.clear();
        }
        List<Ticket> tickets = Paging.of(call)
                .of(shown(call, open), one -> RequestIds.uuid(one.request().id()), Ticket::requested)
                .toList();
        String etag = etag(tickets);
        if (call.header("if-none-match").equals(etag)) {
            return Answer.unchanged(etag);
        }
        return Answer.bytes(200, Answer.JSON, joined(tickets)).with("ETag", etag);
    }

    private Stream<Ticket> shown(Call call, List<Ticket> open) {
        Optional<String> quantity = call.text("quantity");
        Optional<String> method = call.text("method");
        Stream<Ticket> pending = open.stream()
                .filter(one -> one.state() == Request.State.PENDING)
                .filter(one -> requests.matches(one.request(), quantity, method))
                .filter(one -> !requests.methods(one.request()).isEmpty());
        Duration length = settings.get().offerWindow();
        return length.isZero() ? pending : butWithheld(call, pending.toList(), length);
    }

    /** Without what another tenant has just been shown that the caller could do, too; who speaks for many looks on. */
    private Stream<Ticket> butWithheld(Call call, List<Ticket> pending, Duration length) {
        window.forgetOld(broker.open().stream().map(one -> one.request().id()).toList());
        List<TenantFile> tenants = bindings.bound(call.caller());
        if (tenants.size() != 1) {
            return pending.stream();
        }
        String tenant = tenants.get(0).uuid().toString();
        Set<String> able =
                new HashSet<>(broker.pending(tenant).stream().map(Request::id).toList());
        List<String> theirs = pending.stream()
                .map(one -> one.request().id())
                .filter(able::contains)
                .toList();
        Set<String> withheld = window.withheld(theirs, tenant, length);
        return pending.stream().filter(one -> !withheld.contains(one.request().id()));
    }

    private static String etag(List<Ticket> tickets) {
        long hash = tickets.size();
        for (Ticket ticket : tickets) {
            hash = hash * 0x100000001b3L ^ ticket.request().id().hashCode();
            hash = hash * 0x100000001b3L ^ ticket.changed().hashCode();
        }
        return "\"" + Long.toHexString(hash) + "\"";
    }

    private byte[] joined(List<Ticket> tickets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(2 + 300 * tickets.size());
        out.write('[');
        for (Ticket ticket : tickets) {
            if (out.size() > 1) {
                out.write(',');
            }
            out.writeBytes(bytes(ticket));
        }
        out.write(']');
        return out.toByteArray();
    }

    /** A pending request that names its methods looks the same whenever it is pending. */
    private byte[] bytes(Ticket ticket) {
        return ticket.request().methods().isEmpty()
                ? bytes(requests.of(ticket))
                : written.computeIfAbsent(ticket.request().id(), id -> bytes(requests.of(ticket)));
    }

    private byte[] bytes(Found found) {
        return StrictJson.mapper()
                .writeValueAsBytes(
                        requests.json(found.uuid(), found.requested(), Found.Status.PENDING, found.request()));
    }

    /** Every request with its status, as of one point in the journal. */
    Answer all(Call call) {
        long last = journal.last();
        String etag = "\"j" + last + "\"";
        if (call.header("if-none-match").equals(etag)) {
            return Answer.unchanged(etag);
        }
        Paging paging = Paging.of(call);
        return new Answer(200, Answer.JSON, Map.of("ETag", etag), out -> write(paging, last, out));
    }

    private void write(Paging paging, long last, OutputStream out) throws IOException {
        Map<String, Found.Status> notResolved = notResolved();
        Stream<Found> all = journal.of(Set.of(LabEvent.Requested.class, LabEvent.Reported.class))
                .takeWhile(recorded -> recorded.number() <= last)
                .filter(recorded -> !RequestIds.isAgain(recorded.event().subject()))
                .map(recorded -> found(recorded, notResolved));
        write(paging.of(all, Found::uuid, Found::requested), out);
    }

    private void write(Stream<Found> all, OutputStream out) throws IOException {
        out.write('[');
        boolean[] more = new boolean[1];
        all.forEach(found -> {
            try {
                out.write((more[0] ? "," : "").getBytes(StandardCharsets.UTF_8));
                out.write(StrictJson.mapper().writeValueAsBytes(requests.json(found)));
                more[0] = true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        out.write(']');
    }

    /** Requests that are open, and those that ended without a result. */
    private Map<String, Found.Status> notResolved() {
        Map<String, Found.Status> states = new HashMap<>();
        Set<Class<? extends LabEvent>> ends = Set.of(LabEvent.Resolved.class, LabEvent.Unresolved.class);
        for (String id : new HashSet<>(journal.open(LabEvent.Requested.class, ends))) {
            broker.ticket(id).ifPresent(ticket -> states.put(id, Found.Status.of(ticket.state())));
        }
        journal.of(Set.of(LabEvent.Unresolved.class))
                .forEach(one -> states.put(one.event().subject(), Found.Status.RETRACTED));
        return states;
    }

    private Found found(Recorded recorded, Map<String, Found.Status> notResolved) {
        if (recorded.event() instanceof LabEvent.Reported reported) {
            return found(reported.result().request(), reported, Request.State.UNSOLICITED);
        }
        LabEvent.Requested requested = (LabEvent.Requested) recorded.event();
        Found.Status status = notResolved.getOrDefault(requested.request(), Found.Status.RESOLVED);
        if (status == Found.Status.RETRACTED) {
            UUID uuid = RequestIds.uuid(requested.request());
            return requests.find(uuid)
                    .orElseGet(() -> found(requested.requested(), requested, Request.State.RETRACTED));
        }
        return found(requested.requested(), requested, Request.State.valueOf(status.name()));
    }

    private static Found found(Request request, LabEvent event, Request.State state) {
        Ticket ticket =
                new Ticket(request, state, "", "", "", false, false, event.time(), event.time(), Optional.empty());
        return new Found(RequestIds.uuid(request.id()), event.time(), ticket);
    }
}
