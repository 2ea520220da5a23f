package org.busbar.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.broker.Broker;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.api.broker.Results;
import org.busbar.api.broker.Tenants;
import org.busbar.api.broker.Ticket;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Provenance;
import org.busbar.api.security.Role;
import org.busbar.rest.Problem.Kind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Pages by which a person answers requests as a tenant. */
@Component(service = Routes.class)
public final class AnswerRoutes implements Routes {

    private static final String PAGE = "text/html";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Broker broker;
    private final Results results;
    private final TenantActor actor;
    private final AnswerDesk desk;

    @Activate
    public AnswerRoutes(@Reference Broker broker, @Reference Results results, @Reference Tenants tenants) {
        this.broker = broker;
        this.results = results;
        this.actor = new TenantActor(tenants);
        this.desk = new AnswerDesk(broker, tenants);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/answer")
                        .by(Role.TENANT)
                        .says("A page of what a person may answer")
                        .givesType(PAGE)
                        .does(call -> AnswerPage.list(desk.tasks(call.caller()))),
                Route.get("/answer/{request}")
                        .by(Role.TENANT)
                        .says("A page with a form that answers a request")
                        .query("tenant", Query.words(), "As whom to answer; needed only if there are several")
                        .givesType(PAGE)
                        .does(call -> page(call, this::show)),
                Route.post("/answer/{request}")
                        .by(Role.TENANT)
                        .says("Takes the form; claims the request if nobody has it")
                        .upTo(Route.LONGEST_BODY)
                        .givesType(PAGE)
                        .does(call -> page(call, this::take)));
    }

    /** People get their problems as pages, too; programs as they do everywhere. */
    private static Response page(Call call, Function<Call, Response> page) {
        try {
            return page.apply(call);
        } catch (Refused e) {
            if (call.header("accept").orElse("").contains(PAGE)) {
                return AnswerPage.refused(e.problem());
            }
            throw e;
        }
    }

    private Response show(Call call) {
        Ticket ticket = RequestRoutes.ticket(broker, call.name("request"));
        if (ticket.state() == Request.State.RESOLVED && call.caller().mayActAs(ticket.tenant())) {
            return AnswerPage.thanks(ticket);
        }
        Optional<AnswerPage.Task> task = desk.task(call.caller(), ticket, call.query("tenant"));
        return task.map(one -> AnswerPage.form(200, one, Map.of(), Map.of())).orElseGet(() -> AnswerPage.taken(ticket));
    }

    private Response take(Call call) {
        Map<String, String> typed = typed(call);
        String tenant = actor.acting(call.caller(), typed.getOrDefault("tenant", ""));
        String id = call.name("request");
        Ticket ticket = RequestRoutes.ticket(broker, id);
        if (!broker.reserve(id, tenant, actor.lease(tenant))) {
            return AnswerPage.taken(ticket);
        }
        return switch (typed.getOrDefault("do", "")) {
            case "answer" -> answer(call, tenant, typed);
            case "claim" -> see(id, tenant);
            case "release" -> release(id, tenant);
            default -> throw new Refused(Kind.MALFORMED, "'do' is answer, claim or release");
        };
    }

    private static Map<String, String> typed(Call call) {
        if (!call.header("content-type").orElse("").startsWith(FORM)) {
            throw new Refused(Kind.UNSUPPORTED_MEDIA_TYPE, "This page takes what its form sends, " + FORM);
        }
        Map<String, String> typed = new LinkedHashMap<>();
        for (String pair : call.content().upTo(Route.LONGEST_BODY).split("&")) {
            int sign = pair.indexOf('=');
            if (sign > 0) {
                typed.put(decoded(pair.substring(0, sign)), decoded(pair.substring(sign + 1)));
            }
        }
        return typed;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refused(Kind.MALFORMED, "The form has a '%' that is not followed by two hexadecimal digits");
        }
    }

    private Response release(String id, String tenant) {
        try {
            broker.release(id, tenant, "given back by hand");
        } catch (IllegalStateException e) {
            throw Refused.conflict(String.valueOf(e.getMessage()));
        }
        return see(id, tenant);
    }

    private static Response see(String id, String tenant) {
        return new Response.Document(303, PAGE, "", Map.of("Location", "/answer/" + id + "?tenant=" + tenant));
    }

    private Response answer(Call call, String tenant, Map<String, String> typed) {
        Ticket ticket = RequestRoutes.ticket(broker, call.name("request"));
        AnswerPage.Task task = desk.task(call.caller(), ticket, Optional.of(tenant))
                .orElseThrow(
                        () -> Refused.conflict("'" + tenant + "' offers nothing that answers this request any more"));
        Map<String, String> faults = new LinkedHashMap<>();
        Values outputs = outputs(task, typed, faults);
        if (faults.isEmpty()) {
            send(call, task, outputs, faults);
        }
        return faults.isEmpty()
                ? see(task.request().id(), tenant)
                : AnswerPage.form(Kind.INVALID.status, task, typed, faults);
    }

    private static Values outputs(AnswerPage.Task task, Map<String, String> typed, Map<String, String> faults) {
        Map<String, Value> outputs = new LinkedHashMap<>();
        for (AnswerField field : task.fields()) {
            try {
                outputs.put(field.parameter().name(), field.read(typed));
            } catch (IllegalArgumentException e) {
                faults.put(field.key(), String.valueOf(e.getMessage()));
            }
        }
        return new Values(outputs);
    }

    private void send(Call call, AnswerPage.Task task, Values outputs, Map<String, String> faults) {
        Request request = task.request();
        String method = task.offer().method();
        Instant now = Instant.now();
        Agent person = Agent.named(call.caller().name());
        Provenance step = new Provenance(
                method,
                person,
                request.quantity(),
                request.inputs(method),
                task.ticket().changed(),
                now);
        try {
            results.resolve(new Result(request, task.tenant(), method, outputs, List.of(step), now));
        } catch (IllegalStateException e) {
            throw Refused.conflict(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            faults.put("", String.valueOf(e.getMessage()));
        }
    }
}
