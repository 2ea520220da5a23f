package org.busbar.finales;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** What can be done with requests. */
final class RequestOperations {

    private final RequestPosting posting;
    private final StatusChange change;
    private final RequestLists lists;
    private final Requests requests;

    RequestOperations(RequestPosting posting, StatusChange change, RequestLists lists, Requests requests) {
        this.posting = posting;
        this.change = change;
        this.lists = lists;
        this.requests = requests;
    }

    List<Route> routes() {
        return List.of(
                Route.of("POST", "/requests", "Ask for a measurement", posting::post),
                Route.of("GET", "/requests/{}", "A request and where it stands", this::get),
                Route.of("GET", "/pending_requests", "Requests that nobody has taken", lists::pending),
                Route.of("GET", "/all_requests", "Every request", lists::all),
                Route.of("POST", "/requests/{}/update_status", "Take, give back or retract a request", change::change));
    }

    private Answer get(Call call) {
        return Answer.json(
                requests.find(call.id()).<JsonNode>map(requests::json).orElse(NullNode.getInstance()));
    }
}
