package org.busbar.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.busbar.api.Parameter;
import org.busbar.api.broker.Broker;
import org.busbar.api.broker.Request;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;
import org.busbar.rest.Problem.Kind;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Requests for measurements, and what can be asked for. */
@Component(service = Routes.class)
public final class RequestRoutes implements Routes {

    private static final Set<Class<? extends LabEvent>> KINDS = Set.of(
            LabEvent.Requested.class, LabEvent.Reserved.class, LabEvent.Resolved.class, LabEvent.Unresolved.class);

    private final Broker broker;
    private final Journal journal;
    private final Index<RequestView> index;

    @Activate
    public RequestRoutes(@Reference Broker broker, @Reference Journal journal) {
        this.broker = broker;
        this.journal = journal;
        this.index = new Index<>(journal, KINDS, RequestView::after);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/requests", this::list),
                Route.post("/api/v1/requests", this::submit),
                Route.get("/api/v1/requests/{id}", call -> Response.json(view(call.name("id")))),
                Route.get("/api/v1/offers", call -> Response.json(broker.offers())));
    }

    private Response list(Call call) {
        Optional<Request.State> wanted = call.query("state").map(RequestRoutes::state);
        return Response.json(index.newestFirst().stream()
                .filter(view -> wanted.isEmpty() || wanted.get() == view.state())
                .skip(call.number("offset", 0, Long.MAX_VALUE))
                .limit(call.number("limit", 100, 1000))
                .toList());
    }

    private static Request.State state(String name) {
        return Arrays.stream(Request.State.values())
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        Kind.MALFORMED,
                        "state = '" + name + "' is not one of " + Arrays.toString(Request.State.values())));
    }

    private Response submit(Call call) {
        Body body = call.json().only("quantity", "methods", "inputs", "askedBy");
        String quantity = body.text("quantity");
        List<String> methods = body.texts("methods");
        Request request = new Request(
                RunDesk.id("request-", call),
                quantity,
                methods,
                Inputs.read("inputs", body.object("inputs"), declared(quantity, methods)),
                body.optionalText("askedBy").orElse("http"));
        Refused.where(() -> broker.submit(request));
        return Response.json(201, same(request)).located("/api/v1/requests/" + request.id());
    }

    /** What the first fitting offer takes, so that short forms can be read; the broker judges the values. */
    private List<Parameter> declared(String quantity, List<String> methods) {
        return broker.offers().values().stream()
                .flatMap(List::stream)
                .filter(offer -> offer.quantity().equals(quantity))
                .filter(offer -> methods.isEmpty() || methods.contains(offer.method()))
                .findFirst()
                .map(offer -> offer.capability().inputs())
                .orElse(List.of());
    }

    private RequestView same(Request request) {
        RequestView taken = view(request.id());
        if (!taken.request().equals(request)) {
            throw Refused.invalid(
                    "",
                    "The Idempotency-Key of request " + request.id()
                            + " was used before for another request; use a new key. Nothing was asked for");
        }
        return taken;
    }

    private RequestView view(String id) {
        @Nullable RequestView view = null;
        for (Recorded recorded : journal.of(id)) {
            view = RequestView.after(view, recorded.event());
        }
        if (view == null) {
            throw Refused.notFound("There is no request '" + id + "'");
        }
        return view;
    }
}
