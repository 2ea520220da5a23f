package org.busbar.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.busbar.api.broker.Result;
import org.busbar.api.broker.Results;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;

/** Versions of results in the order they came, page by page. */
final class ResultPages {

    private static final int STEP = 500;
    private static final int MOST_LOOKED_AT = 10_000;

    private static final Set<Class<? extends LabEvent>> KINDS =
            Set.of(LabEvent.Resolved.class, LabEvent.Reported.class, LabEvent.Amended.class);

    private final Results results;
    private final Journal journal;

    /**
     * A version of a result.
     *
     * @param number its place in the journal
     * @param status what became of the result since
     */
    record Row(long number, Results.Status status, Result result) {}

    /** @param next after which number the next page begins; empty if there is none yet */
    record Page(List<Row> rows, OptionalLong next) {}

    ResultPages(Results results, Journal journal) {
        this.results = results;
        this.journal = journal;
    }

    /** One page. It may have fewer than {@code limit} before the last page if few of those looked at fit. */
    Page read(Optional<String> quantity, Optional<String> method, boolean deleted, long after, int limit) {
        List<Row> rows = new ArrayList<>();
        long at = after;
        for (int looked = 0; looked < MOST_LOOKED_AT; ) {
            List<Recorded> events = journal.read(KINDS, at, STEP);
            for (Recorded recorded : events) {
                at = recorded.number();
                looked++;
                row(recorded, quantity, method, deleted).ifPresent(rows::add);
                if (rows.size() == limit) {
                    return new Page(rows, OptionalLong.of(at));
                }
            }
            if (events.size() < STEP) {
                return new Page(rows, OptionalLong.empty());
            }
        }
        return new Page(rows, OptionalLong.of(at));
    }

    private Optional<Row> row(Recorded recorded, Optional<String> quantity, Optional<String> method, boolean deleted) {
        Result result = result(recorded.event());
        boolean fits = quantity.map(result.request().quantity()::equals).orElse(true)
                && method.map(result.method()::equals).orElse(true);
        if (!fits) {
            return Optional.empty();
        }
        Results.Status status = results.history(result.request().id()).status();
        return status == Results.Status.DELETED && !deleted
                ? Optional.empty()
                : Optional.of(new Row(recorded.number(), status, result));
    }

    private static Result result(LabEvent event) {
        if (event instanceof LabEvent.Resolved e) {
            return e.result();
        }
        return event instanceof LabEvent.Reported e ? e.result() : ((LabEvent.Amended) event).result();
    }
}
