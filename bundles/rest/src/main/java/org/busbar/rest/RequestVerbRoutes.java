package org.busbar.rest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.busbar.api.broker.Broker;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Tenants;
import org.busbar.api.broker.Ticket;
import org.busbar.api.security.Caller;
import org.busbar.api.security.Role;
import org.busbar.rest.Problem.Kind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is done with a request: by the tenant that answers it, by who asked for it, and by the lab. */
@Component(service = Routes.class)
public final class RequestVerbRoutes implements Routes {

    private static final String REQUEST = RequestRoutes.REQUESTS + "/{id}";

    private static final Form TENANT = Form.of(TenantActor.FIELD);
    private static final Form RESERVE = TENANT.and(Form.field(
            "lease",
            "How long the tenant may be silent: PT30S, 30 s or a number of seconds; 0 if as long as it likes; what it"
                    + " registered with if this is not said",
            schema -> schema));
    private static final Form RELEASE = TENANT.and(Form.reason());
    private static final Form FAIL = TENANT.and(Form.reason().need());
    private static final Form END = Form.of(Form.by(), Form.reason());
    private static final Form SETTLE = Form.of(
            Form.flag("again", "Whether it may be done again; if not, it has failed")
                    .need(),
            Form.reason().need(),
            Form.by());

    private final Broker broker;
    private final Tenants tenants;
    private final TenantActor actor;

    /** What a tenant does with a request that it has. */
    @FunctionalInterface
    private interface Deed {
        void by(String tenant, Body body);
    }

    @Activate
    public RequestVerbRoutes(@Reference Broker broker, @Reference Tenants tenants) {
        this.broker = broker;
        this.tenants = tenants;
        this.actor = new TenantActor(tenants);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                tenants("reserve", "Takes a request, so that nobody else does; 409 says who has it", RESERVE)
                        .does(this::reserve),
                tenants("renew", "Says that the tenant is still at it, so that its lease begins anew", TENANT)
                        .does(call -> deed(call, (tenant, body) -> broker.renew(call.name("id"), tenant))),
                tenants("begin", "Says that the tenant has begun", TENANT)
                        .does(call -> deed(call, (tenant, body) -> broker.begin(call.name("id"), tenant))),
                tenants("release", "Gives a request back, so that others may take it", RELEASE)
                        .does(call -> deed(
                                call,
                                (tenant, body) -> broker.release(call.name("id"), tenant, body.said("reason", "")))),
                tenants("fail", "Says that it could not be answered and will not be", FAIL)
                        .does(call -> deed(
                                call, (tenant, body) -> broker.fail(call.name("id"), tenant, body.text("reason")))),
                Route.post(REQUEST + "/retract")
                        .byAnyCaller()
                        .says("Takes a request back; for who asked for it and for operators")
                        .takes(END)
                        .gives(Ticket.class)
                        .does(this::retract),
                Route.post(REQUEST + "/reject")
                        .by(Role.OPERATOR)
                        .says("Refuses a request on behalf of the lab")
                        .takes(END)
                        .gives(Ticket.class)
                        .does(this::reject),
                Route.post(REQUEST + "/settle")
                        .by(Role.OPERATOR)
                        .says("Says what is to become of a request in question")
                        .takes(SETTLE)
                        .gives(Ticket.class)
                        .does(this::settle));
    }

    private static Route.Draft tenants(String verb, String says, Form form) {
        return Route.post(REQUEST + "/" + verb)
                .by(Role.TENANT)
                .says(says)
                .takes(form)
                .gives(Ticket.class);
    }

    private Ticket ticket(Call call) {
        return RequestRoutes.ticket(broker, call.name("id"));
    }

    private Response reserve(Call call) {
        Body body = call.json();
        String tenant = actor.of(call, body);
        String id = call.name("id");
        if (!broker.reserve(id, tenant, lease(body, tenant))) {
            throw taken(ticket(call), tenant);
        }
        return Response.json(ticket(call));
    }

    private Duration lease(Body body, String tenant) {
        List<Problem.Fault> faults = new ArrayList<>();
        Optional<Duration> said = TenantTime.read("lease", body.all().path("lease"), faults);
        if (!faults.isEmpty()) {
            throw Refused.invalid(faults);
        }
        return said.orElseGet(() -> actor.lease(tenant));
    }

    private Refused taken(Ticket ticket, String tenant) {
        String id = ticket.request().id();
        if (ticket.state() == Request.State.PENDING) {
            boolean isKnown = tenants.offers().containsKey(tenant);
            return Refused.conflict("Request " + id + " is for others: "
                    + (isKnown
                            ? "'" + tenant + "' offers nothing that answers it"
                            : "there is no tenant '" + tenant + "'"));
        }
        return Refused.conflict("Request " + id + " is " + where(ticket) + ", not pending");
    }

    private static String where(Ticket ticket) {
        return ticket.state().name().toLowerCase(Locale.ROOT)
                + (ticket.tenant().isEmpty() ? "" : " by '" + ticket.tenant() + "'");
    }

    private Response deed(Call call, Deed deed) {
        Body body = call.json();
        String tenant = actor.of(call, body);
        try {
            deed.by(tenant, body);
        } catch (IllegalStateException e) {
            ticket(call);
            throw Refused.conflict(String.valueOf(e.getMessage()));
        }
        return Response.json(ticket(call));
    }

    private Response retract(Call call) {
        Body body = call.json();
        Caller caller = call.caller();
        Ticket ticket = ticket(call);
        if (!ticket.request().askedBy().equals(caller.name()) && !caller.has(Role.OPERATOR)) {
            throw new Refused(
                    Kind.FORBIDDEN,
                    "Request " + ticket.request().id() + " was asked for by '"
                            + ticket.request().askedBy() + "'; only that one and operators may retract it");
        }
        broker.retract(call.name("id"), call.actor(body, "by"), body.said("reason", ""));
        return ended(call, Request.State.RETRACTED);
    }

    private Response reject(Call call) {
        Body body = call.json();
        ticket(call);
        broker.reject(call.name("id"), call.actor(body, "by"), body.said("reason", ""));
        return ended(call, Request.State.REJECTED);
    }

    private Response ended(Call call, Request.State wanted) {
        Ticket ticket = ticket(call);
        if (ticket.state() != wanted) {
            throw Refused.conflict("Request " + ticket.request().id() + " is " + where(ticket) + " already");
        }
        return Response.json(ticket);
    }

    private Response settle(Call call) {
        Body body = call.json();
        ticket(call);
        if (!body.has("again")) {
            throw Refused.invalid("again", "'again' is missing: whether the request may be done again");
        }
        boolean again = body.flag("again");
        String reason = body.text("reason");
        String by = call.actor(body, "by");
        try {
            broker.settle(call.name("id"), again, by, reason);
        } catch (IllegalStateException e) {
            throw Refused.conflict(String.valueOf(e.getMessage()));
        }
        return Response.json(ticket(call));
    }
}
