package org.busbar.finales;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.busbar.api.broker.Results;
import org.busbar.api.security.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** What can be done with results, and with those that were refused. */
final class ResultOperations {

    private final ResultPosting posting;
    private final ResultLists lists;
    private final Results results;
    private final Requests requests;
    private final ResultView view;
    private final Bindings bindings;
    private final Quarantine quarantine;

    ResultOperations(
            ResultPosting posting,
            ResultLists lists,
            Results results,
            Requests requests,
            ResultView view,
            Bindings bindings,
            Quarantine quarantine) {
        this.posting = posting;
        this.lists = lists;
        this.results = results;
        this.requests = requests;
        this.view = view;
        this.bindings = bindings;
        this.quarantine = quarantine;
    }

    List<Route> routes() {
        return List.of(
                Route.of("POST", "/results", "Answer a request", posting::post),
                Route.of(
                        "POST",
                        "/results/post_unsolicited_result",
                        "Give data nobody asked for",
                        posting::postUnsolicited),
                Route.of("GET", "/results/{}", "A result", call -> shown(Identifiers.counterpart(call.id()))),
                Route.of("GET", "/results_requested/{}", "The result of a request", call -> shown(call.id())),
                Route.of("GET", "/results_requested", "Every result that is not deleted", lists::requested),
                Route.of("POST", "/results/{}/update_status", "Mark a result as amended or deleted", this::change),
                Route.of("GET", "/quarantine", "Results that were refused and are kept", this::kept),
                Route.of("POST", "/quarantine/{}/accept", "Take in a result that was refused", this::accept));
    }

    private Answer shown(UUID request) {
        return Answer.json(requests.find(request)
                .flatMap(this::history)
                .<JsonNode>map(history -> view.json(history.status(), history.versions()))
                .orElse(NullNode.getInstance()));
    }

    private Optional<Results.History> history(Found found) {
        boolean has = found.status() == Found.Status.RESOLVED || found.status() == Found.Status.UNSOLICITED;
        return has ? Optional.of(results.history(found.request().id())) : Optional.empty();
    }

    private Answer change(Call call) {
        String wanted = StatusChange.word(call, List.of("original", "amended", "deleted"));
        if (wanted.equals("original")) {
            throw new Refused(400, "No result becomes original again");
        }
        UUID id = StatusChange.agreed(call, "result_id", "request_id");
        Found found = requests.find(Identifiers.counterpart(id))
                .orElseThrow(() -> new Refused(400, "There is no such result"));
        Results.History history = history(found).orElseThrow(() -> new Refused(400, "There is no such result"));
        requirePoster(call, history);
        String reason = call.text("status_change_message").orElse("");
        if (wanted.equals("deleted")) {
            results.delete(found.request().id(), call.caller().name(), reason);
        } else {
            amend(call, found, history, reason);
        }
        return Answer.text("status changed to " + wanted);
    }

    private void amend(Call call, Found found, Results.History history, String reason) {
        if (history.status() == Results.Status.DELETED) {
            throw new Refused(409, "The result is deleted, for good");
        }
        if (history.status() == Results.Status.ORIGINAL) {
            results.amend(
                    found.request().id(),
                    history.latest().outputs(),
                    call.caller().name(),
                    reason);
        }
    }

    private void requirePoster(Call call, Results.History history) {
        UUID poster = Registry.uuid(history.latest().tenant());
        if (!bindings.mayAnswerAs(call.caller(), poster) && !call.caller().has(Role.OPERATOR)) {
            throw bindings.denied(call, poster);
        }
    }

    private static void requireOperator(Call call) {
        if (!call.caller().has(Role.OPERATOR)) {
            throw new Refused(
                    403, "This is for operators; user '" + call.caller().name() + "' is none");
        }
    }

    private Answer kept(Call call) {
        requireOperator(call);
        return Answer.json(StrictJson.mapper().createArrayNode().addAll(quarantine.all()));
    }

    private Answer accept(Call call) {
        requireOperator(call);
        JsonNode kept = quarantine
                .find(call.id())
                .orElseThrow(() -> new Refused(404, "There is nothing of that identifier in quarantine"));
        Answer answer = kept.path("solicited").asBoolean()
                ? posting.post(call, kept.path("body"), true)
                : posting.postUnsolicited(call, kept.path("body"), true);
        quarantine.accepted(call.id(), call.caller().name());
        return answer;
    }
}
