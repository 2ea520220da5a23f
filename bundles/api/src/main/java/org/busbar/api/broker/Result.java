package org.busbar.api.broker;

import java.time.Instant;
import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.experiment.Provenance;

/**
 * The answer to a {@link Request}, or data that nobody had asked for.
 *
 * @param tenant who answered
 * @param method how
 * @param inputs the inputs as they really were, which may differ from those asked for
 * @param outputs what the tenant's offer declares
 * @param provenance every step on the way, oldest first
 * @param version from 1; an amended result has the next one
 */
public record Result(
        Request request,
        String tenant,
        String method,
        Values inputs,
        Values outputs,
        List<Provenance> provenance,
        Instant time,
        int version) {

    public Result {
        provenance = List.copyOf(provenance);
    }

    /** The first version, at the inputs asked for. */
    public Result(
            Request request, String tenant, String method, Values outputs, List<Provenance> provenance, Instant time) {
        this(request, tenant, method, request.inputs(method), outputs, provenance, time, 1);
    }

    /** The next version, with other outputs. */
    public Result amended(Values corrected, Instant when) {
        return new Result(request, tenant, method, inputs, corrected, provenance, when, version + 1);
    }
}
