package org.busbar.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.busbar.api.broker.Broker;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.RequestException;
import org.busbar.api.broker.Tenants;
import org.busbar.api.broker.Ticket;
import org.busbar.api.event.Journal;
import org.busbar.api.security.Role;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Requests for measurements: asking, and looking where they stand. */
@Component(service = Routes.class)
public final class RequestRoutes implements Routes {

    static final String REQUESTS = "/api/v1/requests";

    private final Broker broker;
    private final Tenants tenants;
    private final RequestForm form;
    private final RequestPages pages;
    private final Feed feed;
    private final TenantActor actor;

    @Activate
    public RequestRoutes(
            @Reference Broker broker, @Reference Tenants tenants, @Reference Journal journal, @Reference Feed feed) {
        this.broker = broker;
        this.tenants = tenants;
        this.form = new RequestForm(tenants);
        this.pages = new RequestPages(broker, journal);
        this.feed = feed;
        this.actor = new TenantActor(tenants);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(REQUESTS)
                        .says(
                                "Open requests in the order of service, or ended ones, newest first; the header Link leads"
                                        + " to the next page")
                        .query("state", Query.choice(Request.State.class), "The state they are to be in")
                        .query("ended", Query.flag(), "Those at an end, whatever their state")
                        .query("quantity", Query.words(), "What they ask for")
                        .query("method", Query.words(), "How they may be or were answered")
                        .query("tenant", Query.words(), "Who has or answered them")
                        .query("askedBy", Query.words(), "Who wants them")
                        .query("parent", Query.words(), "For the sake of which request they are made")
                        .query("inQuestion", Query.flag(), "Only those that a person has to settle")
                        .query("before", Query.whole(1, Query.LARGEST), "Ended ones: the cursor of the header Link")
                        .paged(100, 1000)
                        .givesList(Ticket.class)
                        .does(this::list),
                Route.post(REQUESTS)
                        .by(Role.SCIENTIST)
                        .says("Asks for a measurement")
                        .keyed()
                        .takes(RequestForm.FORM)
                        .gives(201, Ticket.class)
                        .does(this::submit),
                Route.get(REQUESTS + "/pending")
                        .says("What a tenant may take just now, in the order of service")
                        .query("tenant", Query.words(), "Who wants to answer")
                        .query("limit", Query.whole(1, 10_000, 100), "The most to be given")
                        .query("wait", Query.whole(0, 60, 0), "How many seconds to wait for the first one")
                        .givesList(Request.class)
                        .does(this::pending),
                Route.get(REQUESTS + "/{id}")
                        .says("Where a request stands")
                        .gives(Ticket.class)
                        .does(call -> Response.json(ticket(call))),
                Route.get(REQUESTS + "/{id}/children")
                        .says("The requests made for the sake of that one")
                        .givesList(Ticket.class)
                        .does(call -> Response.json(
                                broker.children(ticket(call).request().id()))));
    }

    private Ticket ticket(Call call) {
        return ticket(broker, call.name("id"));
    }

    /** @throws Refused if there is none of that id */
    static Ticket ticket(Broker broker, String id) {
        return broker.ticket(id).orElseThrow(() -> Refused.notFound("There is no request '" + id + "'"));
    }

    private Response list(Call call) {
        RequestFilter filter = RequestFilter.of(call);
        boolean ended = filter.state().map(Request.State::isFinal).orElse(call.flag("ended"));
        return ended ? ended(call, filter) : open(call, filter);
    }

    private Response open(Call call, RequestFilter filter) {
        return Response.json(broker.open().stream()
                .filter(filter::takes)
                .skip(call.whole("offset"))
                .limit(call.whole("limit"))
                .toList());
    }

    private Response ended(Call call, RequestFilter filter) {
        if (call.whole("offset") > 0) {
            throw Refused.query("offset", "offset is for open requests; ended ones are paged by 'before'");
        }
        long before = call.optionalWhole("before").orElse(Long.MAX_VALUE);
        RequestPages.Page page = pages.read(filter, before, (int) call.whole("limit"));
        Response.Document document = Response.json(page.tickets());
        return page.next().isEmpty()
                ? document
                : linked(document, call, "before", page.next().getAsLong());
    }

    /** With a header that leads to the next page. */
    static Response.Document linked(Response.Document document, Call call, String cursor, long next) {
        Map<String, String> query = new TreeMap<>(call.query());
        query.put(cursor, String.valueOf(next));
        StringJoiner url = new StringJoiner("&", "/" + String.join("/", call.path()) + "?", "");
        query.forEach((name, value) -> url.add(encoded(name) + "=" + encoded(value)));
        String link = "<" + url + ">; rel=\"next\"";
        return new Response.Document(document.status(), document.mediaType(), document.text(), Map.of("Link", link));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Response pending(Call call) {
        String tenant = call.query("tenant")
                .orElseThrow(() -> Refused.query("tenant", "tenant is missing: say who wants to answer"));
        if (!tenants.offers().containsKey(tenant)) {
            throw Refused.notFound("There is no tenant '" + tenant + "'; register it by PUT /api/v1/tenants/" + tenant);
        }
        actor.heard(call.caller(), tenant);
        int limit = (int) call.whole("limit");
        return RequestWait.answer(() -> broker.pending(tenant, limit), Duration.ofSeconds(call.whole("wait")), feed);
    }

    private Response submit(Call call) {
        Request request = form.read(RunDesk.id("request-", call), call);
        try {
            Ticket ticket = broker.submit(request);
            requireSame(ticket, request);
            return Response.json(201, ticket).located(REQUESTS + "/" + request.id());
        } catch (RequestException e) {
            return RequestRefusal.of(request, e);
        } catch (IllegalArgumentException e) {
            String sentence = String.valueOf(e.getMessage());
            throw Refused.invalid(place(request, sentence), sentence);
        }
    }

    private static String place(Request request, String sentence) {
        String parent = request.wish().parent();
        if (!parent.isEmpty() && sentence.startsWith("There is no request '" + parent + "'")) {
            return "parent";
        }
        return sentence.startsWith("The deadline") ? "deadline" : "";
    }

    private static void requireSame(Ticket ticket, Request request) {
        if (!ticket.request().equals(request)) {
            throw Refused.invalid(
                    "",
                    "The Idempotency-Key of request " + request.id()
                            + " was used before for another request; use a new key. Nothing was asked for");
        }
    }
}
