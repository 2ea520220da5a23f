package org.busbar.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Values;
import org.busbar.api.broker.Broker;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.api.broker.Results;
import org.busbar.api.broker.Tenants;
import org.busbar.api.broker.Ticket;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Provenance;
import org.busbar.api.security.Role;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers of tenants: to a request, and of their own accord. */
@Component(service = Routes.class)
public final class ResultAnswerRoutes implements Routes {

    private final Broker broker;
    private final Results results;
    private final RequestInputs inputs;
    private final TenantActor actor;

    @Activate
    public ResultAnswerRoutes(@Reference Broker broker, @Reference Results results, @Reference Tenants tenants) {
        this.broker = broker;
        this.results = results;
        this.inputs = new RequestInputs(tenants);
        this.actor = new TenantActor(tenants);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(RequestRoutes.REQUESTS + "/{id}/result")
                        .by(Role.TENANT)
                        .says("Answers a request; the same answer again changes nothing and is answered by 200")
                        .takes(ResultForm.ANSWER)
                        .upTo(ResultForm.LONGEST)
                        .gives(201, Result.class)
                        .gives(200, Result.class)
                        .does(this::answer),
                Route.post(ResultRoutes.RESULTS)
                        .by(Role.TENANT)
                        .says("Hands in a result that nobody asked for")
                        .keyed()
                        .takes(ResultForm.REPORT)
                        .upTo(ResultForm.LONGEST)
                        .gives(201, Result.class)
                        .does(this::report));
    }

    private Response answer(Call call) {
        Body body = call.json();
        String tenant = actor.of(call, body);
        Ticket ticket = RequestRoutes.ticket(broker, call.name("id"));
        Request request = ticket.request();
        Result result = result(body, tenant, request, ticket.changed());
        try {
            results.resolve(result);
        } catch (IllegalStateException e) {
            throw Refused.conflict(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return refused(result, String.valueOf(e.getMessage()));
        }
        String path = ResultRoutes.RESULTS + "/" + request.id();
        return ticket.state().isFinal()
                ? Response.json(200, first(request.id())).located(path)
                : Response.json(201, result).located(path);
    }

    private Result first(String request) {
        List<Result> versions = results.history(request).versions();
        return versions.get(versions.size() - 1);
    }

    private Result result(Body body, String tenant, Request request, Instant begun) {
        String method = body.text("method");
        Instant now = Instant.now();
        Values took = body.has("inputs")
                ? inputs.inputsOf(tenant, request.quantity(), method, body.object("inputs"))
                : request.inputs(method);
        Values outputs = inputs.outputsOf(tenant, request.quantity(), method, body.object("outputs"));
        List<Provenance> said = ResultForm.provenance(body);
        List<Provenance> steps = said.isEmpty() ? List.of(step(tenant, request, method, took, begun, now)) : said;
        return new Result(request, tenant, method, took, outputs, steps, now, 1);
    }

    /** One step, from when the tenant had it to the answer. */
    private static Provenance step(
            String tenant, Request request, String method, Values took, Instant begun, Instant now) {
        Instant started = begun.isAfter(now) ? now : begun;
        return new Provenance(method, Agent.named(tenant), request.quantity(), took, started, now);
    }

    private Response refused(Result result, String sentence) {
        Optional<Offer> offer = inputs.offers(result.tenant(), result.request().quantity(), result.method())
                .findFirst();
        if (offer.isPresent()
                && !offer.get().capability().outputRefusals(result.outputs()).isEmpty()) {
            return RequestRefusal.of(offer.get(), result.outputs(), sentence);
        }
        boolean isMethod = sentence.startsWith("method") || sentence.contains("does not offer");
        throw Refused.invalid(isMethod ? "method" : "", sentence);
    }

    private Response report(Call call) {
        Body body = call.json();
        String tenant = actor.of(call, body);
        String quantity = body.text("quantity");
        String method = body.text("method");
        Values took = inputs.inputsOf(tenant, quantity, method, body.object("inputs"));
        Request request = new Request(RunDesk.id("request-", call), quantity, List.of(method), took, tenant);
        Result result = result(body, tenant, request, Instant.now());
        try {
            results.report(result);
        } catch (IllegalArgumentException e) {
            return refused(result, String.valueOf(e.getMessage()));
        }
        return Response.json(201, first(request.id())).located(ResultRoutes.RESULTS + "/" + request.id());
    }
}
