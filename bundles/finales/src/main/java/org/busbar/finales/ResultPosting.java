package org.busbar.finales;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.busbar.api.Values;
import org.busbar.api.broker.Broker;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.api.broker.Results;
import org.busbar.api.broker.Wish;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.security.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes in results. */
final class ResultPosting {

    private final Broker broker;
    private final Results results;
    private final Journal journal;
    private final Registry registry;
    private final Requests requests;
    private final Bindings bindings;
    private final Supplier<Settings> settings;
    private final Passed passed;
    private final Quarantine quarantine;

    /** What a posting needs of the lab. */
    record Lab(Broker broker, Results results, Journal journal) {}

    ResultPosting(
            Lab lab,
            Registry registry,
            Requests requests,
            Bindings bindings,
            Supplier<Settings> settings,
            Passed passed,
            Quarantine quarantine) {
        this.broker = lab.broker();
        this.results = lab.results();
        this.journal = lab.journal();
        this.registry = registry;
        this.requests = requests;
        this.bindings = bindings;
        this.settings = settings;
        this.passed = passed;
        this.quarantine = quarantine;
    }

    /** Answers a request. */
    Answer post(Call call) {
        return post(call, call.json(), false);
    }

    /** Takes in data that nobody had asked for. */
    Answer postUnsolicited(Call call) {
        return postUnsolicited(call, call.json(), false);
    }

    /** @param lenient whether it is taken although it does not fit its schemas */
    Answer post(Call call, JsonNode json, boolean lenient) {
        Posted posted = Posted.read(json);
        SchemaCapability capability = capability(posted);
        Found found = requests.find(Identifiers.require(posted.request()))
                .orElseThrow(() -> new Refused(400, "There is no request " + posted.request()));
        UUID poster = lenient ? posted.tenant() : poster(call, posted, found);
        requireAnswer(posted, found);
        if (found.status() != Found.Status.PENDING && found.status() != Found.Status.RESERVED) {
            return again(posted, found, poster, capability);
        }
        requireOwner(poster, found);
        judge(call, posted, named(json, poster), capability, lenient, found.uuid());
        resolve(result(posted, found.request(), poster, capability), found);
        return Answer.text(Identifiers.counterpart(found.uuid()).toString());
    }

    private SchemaCapability capability(Posted posted) {
        if (!registry.knows(posted.pair().quantity())) {
            throw new Refused(
                    400,
                    "There is no active capability for the quantity '"
                            + posted.pair().quantity() + "'");
        }
        return registry.capability(posted.pair())
                .orElseThrow(() -> new Refused(400, "There is no active capability for " + posted.pair()));
    }

    /** Who measured: the tenant it says, for which an operator may hand it in, or if that is the requester the only one that the caller is bound to. */
    private UUID poster(Call call, Posted posted, Found found) {
        if (bindings.mayAnswerAs(call.caller(), posted.tenant())) {
            return posted.tenant();
        }
        if (call.caller().has(Role.OPERATOR)
                && found.ticket().tenant().equals(posted.tenant().toString())) {
            bindings.audit(call, "posted the result of request " + found.uuid() + " for tenant " + posted.tenant());
            return posted.tenant();
        }
        List<TenantFile> bound = bindings.answering(call.caller());
        if (bound.size() == 1 && posted.tenant().equals(Requests.requester(found.request()))) {
            UUID poster = bound.get(0).uuid();
            bindings.audit(
                    call,
                    "posted the result of request " + found.uuid() + " as its requester " + posted.tenant()
                            + "; it is kept as of tenant " + poster);
            return poster;
        }
        throw bindings.denied(call, posted.tenant());
    }

    private void requireAnswer(Posted posted, Found found) {
        Pair pair = posted.pair();
        if (!pair.quantity().equals(found.request().quantity())) {
            throw new Refused(
                    Violation.wrong("the request asks for '" + found.request().quantity() + "'", "body", "quantity"));
        }
        if (!requests.methods(found.request()).contains(pair.method())) {
            throw new Refused(Violation.wrong(
                    "the request asks for one of " + requests.methods(found.request()), "body", "method", 0));
        }
    }

    /** The first answer once more if this is the same result; refused if it is another one. */
    private Answer again(Posted posted, Found found, UUID poster, SchemaCapability capability) {
        if (found.status() == Found.Status.RESOLVED) {
            List<Result> versions = results.history(found.request().id()).versions();
            Result first = versions.get(versions.size() - 1);
            Result same = result(posted, found.request(), poster, capability);
            if (first.tenant().equals(same.tenant())
                    && first.method().equals(same.method())
                    && first.inputs().equals(same.inputs())
                    && first.outputs().equals(same.outputs())) {
                return Answer.text(Identifiers.counterpart(found.uuid()).toString());
            }
        }
        throw new Refused(409, "The request is " + found.status().word() + "; there can be no (further) result of it");
    }

    /** The body with the tenant that it is taken to be of. */
    private static JsonNode named(JsonNode json, UUID poster) {
        ObjectNode named = (ObjectNode) json.deepCopy();
        return named.put("tenant_uuid", poster.toString());
    }

    private void judge(
            Call call, Posted posted, JsonNode json, SchemaCapability capability, boolean lenient, UUID request) {
        List<Violation> violations = posted.violations(capability);
        String by = call.caller().name();
        if (!violations.isEmpty() && (lenient || !settings.get().refusesResults(posted.pair()))) {
            quarantine.flag(request, by, violations);
        } else if (!violations.isEmpty()) {
            boolean solicited = !posted.request().isEmpty();
            UUID id = quarantine.keep(json, by, solicited, violations);
            List<Violation> told = new ArrayList<>(violations);
            told.add(
                    Violation.wrong("the body is kept in quarantine as " + id + "; an operator can accept it", "body"));
            throw new Refused(told);
        }
    }

    private static Result result(Posted posted, Request request, UUID poster, SchemaCapability capability) {
        return new Result(
                request,
                poster.toString(),
                posted.pair().method(),
                capability.inputCodec().values(posted.parameters()),
                capability.outputCodec().values(posted.data()),
                List.of(),
                Instant.now(),
                1);
    }

    private void resolve(Result result, Found found) {
        if (isReservedByAnother(result.tenant(), found)) {
            broker.release(
                    result.request().id(), found.ticket().tenant(), "its former owner has answered it after all");
        }
        try {
            passed.with(List.of(result.inputs(), result.outputs()), () -> {
                results.resolve(result);
                return result;
            });
        } catch (IllegalStateException e) {
            throw notResolved(result, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw new Refused(Violation.wrong(String.valueOf(e.getMessage()), "body"));
        }
    }

    private Refused notResolved(Result result, String reason) {
        boolean open = broker.ticket(result.request().id())
                .filter(ticket -> ticket.state() == Request.State.PENDING)
                .isPresent();
        return open
                ? new Refused(403, "Tenant " + result.tenant() + " does not offer what this request asks for")
                : new Refused(409, reason);
    }

    private static boolean isReservedByAnother(String tenant, Found found) {
        return found.ticket().state() == Request.State.RESERVED
                && !found.ticket().tenant().equals(tenant);
    }

    /** A late result is still taken, even if its request has been given to another tenant since. */
    private void requireOwner(UUID poster, Found found) {
        String tenant = poster.toString();
        boolean former = isReservedByAnother(tenant, found)
                && journal.of(found.request().id()).stream()
                        .anyMatch(one -> one.event() instanceof LabEvent.Reserved reserved
                                && reserved.tenant().equals(tenant));
        if (isReservedByAnother(tenant, found) && !former) {
            throw new Refused(
                    409,
                    "The request is reserved by " + Registry.uuid(found.ticket().tenant()) + ", not by " + tenant);
        }
    }

    /** @param lenient whether it is taken although it does not fit its schemas */
    Answer postUnsolicited(Call call, JsonNode json, boolean lenient) {
        Posted posted = Posted.read(json).unsolicited();
        SchemaCapability capability = capability(posted);
        if (!lenient && !bindings.mayAnswerAs(call.caller(), posted.tenant())) {
            throw bindings.denied(call, posted.tenant());
        }
        UUID uuid = UUID.randomUUID();
        judge(call, posted, json, capability, lenient, uuid);
        Values inputs = capability.inputCodec().values(posted.parameters());
        Request made = new Request(
                uuid.toString(),
                posted.pair().quantity(),
                List.of(posted.pair().method()),
                Values.none(),
                Map.of(posted.pair().method(), inputs),
                Requests.REQUESTER + posted.tenant(),
                Wish.NONE);
        report(result(posted, made, posted.tenant(), capability));
        return Answer.text(Identifiers.counterpart(uuid).toString());
    }

    private void report(Result result) {
        try {
            passed.with(List.of(result.inputs(), result.outputs()), () -> {
                results.report(result);
                return result;
            });
        } catch (IllegalArgumentException e) {
            throw new Refused(403, String.valueOf(e.getMessage()));
        }
    }
}
