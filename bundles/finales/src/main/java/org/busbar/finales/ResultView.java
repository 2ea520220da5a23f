package org.busbar.finales;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.api.broker.Results;
import tools.jackson.databind.node.ObjectNode;

/** Writes results as clients know them. */
final class ResultView {

    private final Registry registry;

    ResultView(Registry registry) {
        this.registry = registry;
    }

    ObjectNode json(Results.Status status, List<Result> versions) {
        Result first = versions.get(versions.size() - 1);
        Result latest = versions.get(0);
        Request request = latest.request();
        UUID asked = RequestIds.uuid(request.id());
        Pair pair = new Pair(request.quantity(), latest.method());
        ObjectNode json = StrictJson.mapper().createObjectNode();
        json.put("uuid", Identifiers.counterpart(asked).toString());
        json.put("ctime", Times.of(first.time()));
        json.put("status", status.name().toLowerCase(Locale.ROOT));
        ObjectNode inner = json.putObject("result");
        inner.set("data", registry.outputCodec(pair, first.time()).json(latest.outputs()));
        inner.put("quantity", request.quantity());
        inner.putArray("method").add(latest.method());
        inner.putObject("parameters")
                .set(latest.method(), registry.inputCodec(pair, first.time()).json(latest.inputs()));
        inner.put("tenant_uuid", Registry.uuid(latest.tenant()).toString());
        inner.put("request_uuid", asked.toString());
        return json;
    }
}
