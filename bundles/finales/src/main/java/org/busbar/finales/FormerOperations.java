package org.busbar.finales;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.busbar.api.Values;
import org.busbar.api.broker.Broker;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.api.broker.Results;
import org.busbar.api.broker.Ticket;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.security.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The interface of FINALES before 2: requests and results are those of the broker, chemicals and compounds are notes in
 * the journal, named by what they are.
 */
final class FormerOperations {

    static final String SUBJECT = "finales-v1";

    private static final String ASKED = SUBJECT + ":";

    private final Broker broker;
    private final Results results;
    private final Journal journal;
    private final FormerDocuments documents = new FormerDocuments();

    FormerOperations(Broker broker, Results results, Journal journal) {
        this.broker = broker;
        this.results = results;
        this.journal = journal;
    }

    /** @param login of FINALES2, which is the same */
    List<Route> routes(Route.Operation login) {
        String broad = "/api/broker/";
        return List.of(
                Route.open("POST", "/token", "Get a token for a password", login),
                Route.of("POST", broad + "post/chemical", "Enter a chemical", call -> enter(call, "Chemical")),
                Route.of("POST", broad + "post/compound", "Enter a compound", call -> enter(call, "Compound")),
                Route.of("GET", broad + "get/all_chemicals", "All chemicals", call -> entered("Chemical")),
                Route.of("GET", broad + "get/all_compounds", "All compounds", call -> entered("Compound")),
                Route.of("GET", broad + "get/measurement", "A measurement", this::measurement),
                Route.of("GET", broad + "get/all_fom", "All measurements of a figure of merit", this::allFom),
                Route.of("GET", broad + "get/pending", "Requests that are not answered", this::pending),
                Route.of("POST", broad + "request/measurement", "Ask for a measurement", this::request),
                Route.of("POST", broad + "post/measurement", "Answer, or give unasked", this::post));
    }

    private static String hex(UUID id) {
        return id.toString().replace("-", "");
    }

    private static ObjectNode said(String message, JsonNode id) {
        return StrictJson.mapper().createObjectNode().put("message", message).set("id", id);
    }

    private static Answer said(String message, UUID id) {
        return Answer.json(said(message, StringNode.valueOf(hex(id))));
    }

    /** A logical error. */
    private static Answer not(String message) {
        return Answer.json(said(message, StrictJson.mapper().getNodeFactory().numberNode(-1)));
    }

    private Answer enter(Call call, String kind) {
        require(call);
        JsonNode document = documents.read(kind, call.body());
        UUID id = Identifiers.named(kind, document.toString());
        if (!known(kind).containsKey(hex(id))) {
            journal.append(new LabEvent.Noted(Instant.now(), SUBJECT, kind, document.toString()));
        }
        return said(kind + " is known", id);
    }

    private Map<String, JsonNode> known(String kind) {
        Map<String, JsonNode> known = new LinkedHashMap<>();
        journal.stream(SUBJECT).forEach(recorded -> {
            if (recorded.event() instanceof LabEvent.Noted noted
                    && noted.topic().equals(kind)) {
                known.put(hex(Identifiers.named(kind, noted.content())), StrictJson.read(noted.content()));
            }
        });
        return known;
    }

    private Answer entered(String kind) {
        return Answer.json(StrictJson.mapper().valueToTree(known(kind)));
    }

    private static void require(Call call) {
        if (!call.caller().has(Role.TENANT) && !call.caller().has(Role.SCIENTIST)) {
            throw new Refused(403, "User '" + call.caller().name() + "' may only read");
        }
    }

    private Answer request(Call call) {
        require(call);
        JsonNode measurement = documents.read("Measurement", call.body());
        if (!measurement.path("pending").asBoolean()
                || !measurement.path("fom_data").isEmpty()) {
            return not("A request is pending and has no fom_data");
        }
        UUID id = UUID.randomUUID();
        broker.submit(made(id, measurement, call));
        return said("Measurement is requested", id);
    }

    private static Request made(UUID id, JsonNode measurement, Call call) {
        return new Request(
                id.toString(),
                measurement.at("/kind/what").asString(""),
                List.of(FormerTenant.method(measurement.at("/kind/origin").asString(""))),
                FormerTenant.inputs(measurement),
                ASKED + call.caller().name());
    }

    private Answer post(Call call) {
        require(call);
        JsonNode measurement = documents.read("Measurement", call.body());
        if (measurement.path("pending").asBoolean()
                || measurement.path("fom_data").isEmpty()) {
            return not("A result is not pending and has fom_data");
        }
        String asked = call.text("request_id").orElse("");
        if (asked.isEmpty()) {
            UUID id = UUID.randomUUID();
            results.report(result(made(id, measurement, call), measurement));
            return said("Measurement is taken in", Identifiers.counterpart(id));
        }
        return Identifiers.parse(asked)
                .flatMap(id -> broker.ticket(id.toString()))
                .filter(ticket -> ticket.request().askedBy().startsWith(ASKED))
                .map(ticket -> answered(ticket, measurement))
                .orElseGet(() -> not("There is no such request"));
    }

    private static Result result(Request request, JsonNode measurement) {
        return new Result(
                request,
                FormerTenant.ID,
                FormerTenant.method(measurement.at("/kind/origin").asString("")),
                FormerTenant.inputs(measurement),
                FormerTenant.outputs(measurement),
                List.of(),
                Instant.now(),
                1);
    }

    private Answer answered(Ticket ticket, JsonNode measurement) {
        if (!measurement.at("/kind/what").asString("").equals(ticket.request().quantity())) {
            return not("The request asks for " + ticket.request().quantity());
        }
        try {
            results.resolve(result(ticket.request(), measurement));
        } catch (IllegalStateException | IllegalArgumentException e) {
            return not(String.valueOf(e.getMessage()));
        }
        UUID request = UUID.fromString(ticket.request().id());
        ObjectNode json = StrictJson.mapper().createObjectNode().put("message", "Measurement is taken in");
        json.put("id_measurement", hex(Identifiers.counterpart(request)));
        return Answer.json(json.put("id_request", hex(request)));
    }

    private static Refused missing(String name) {
        return new Refused(Violation.missing("query", name));
    }

    private Answer measurement(Call call) {
        String text = call.text("query_id").orElseThrow(() -> missing("query_id"));
        Optional<UUID> id = Identifiers.parse(text);
        return id.flatMap(this::found)
                .or(() -> id.map(Identifiers::counterpart).flatMap(this::found))
                .map(Answer::json)
                .orElseGet(() -> Answer.json(said("There is no such measurement", StringNode.valueOf(text))));
    }

    /** A request, with its result if there is one. */
    private Optional<ObjectNode> found(UUID request) {
        return broker.ticket(request.toString())
                .filter(ticket -> ticket.request().askedBy().startsWith(ASKED))
                .map(ticket -> {
                    boolean done =
                            ticket.state() == Request.State.RESOLVED || ticket.state() == Request.State.UNSOLICITED;
                    return done ? json(results.history(ticket.request().id()).latest()) : json(ticket.request());
                });
    }

    private static ObjectNode json(Request request) {
        String method = request.methods().get(0);
        return FormerTenant.measurement(request.quantity(), method, request.inputs(method), Values.none());
    }

    private static ObjectNode json(Result result) {
        return FormerTenant.measurement(
                result.request().quantity(), result.method(), result.inputs(), result.outputs());
    }

    private Answer pending(Call call) {
        String fom = call.text("fom_name").orElseThrow(() -> missing("fom_name"));
        ObjectNode list = StrictJson.mapper().createObjectNode();
        broker.open().stream()
                .map(Ticket::request)
                .filter(one -> one.askedBy().startsWith(ASKED) && one.quantity().equals(fom))
                .forEach(one -> list.set(hex(UUID.fromString(one.id())), json(one)));
        return Answer.json(list);
    }

    private Answer allFom(Call call) {
        String fom = call.text("fom_name").orElseThrow(() -> missing("fom_name"));
        ObjectNode list = StrictJson.mapper().createObjectNode();
        results().filter(one -> one.tenant().equals(FormerTenant.ID)).forEach(one -> addIfOf(fom, list, one));
        return Answer.json(list);
    }

    private Stream<Result> results() {
        return journal.of(Set.of(LabEvent.Resolved.class, LabEvent.Reported.class))
                .map(recorded -> recorded.event() instanceof LabEvent.Resolved resolved
                        ? resolved.result()
                        : ((LabEvent.Reported) recorded.event()).result());
    }

    private static void addIfOf(String fom, ObjectNode list, Result result) {
        ObjectNode json = json(result);
        boolean has = json.path("fom_data")
                .valueStream()
                .anyMatch(one -> one.path("name").asString("").equals(fom));
        if (has) {
            UUID request = UUID.fromString(result.request().id());
            list.set(hex(Identifiers.counterpart(request)), json);
        }
    }
}
