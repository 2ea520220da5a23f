package org.busbar.api.broker;

import java.time.Instant;
import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.experiment.Provenance;

/**
 * The answer to a {@link Request}.
 *
 * @param tenant who answered
 * @param method how
 * @param outputs what the tenant's offer declares
 * @param provenance every step on the way, oldest first
 */
public record Result(
        Request request, String tenant, String method, Values outputs, List<Provenance> provenance, Instant time) {

    public Result {
        provenance = List.copyOf(provenance);
    }
}
