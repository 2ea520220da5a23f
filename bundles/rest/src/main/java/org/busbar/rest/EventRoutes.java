package org.busbar.rest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.busbar.api.event.Journal;
import org.busbar.api.event.Recorded;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Events, as they happen or page by page. */
@Component(service = Routes.class)
public final class EventRoutes implements Routes {

    static final String STREAM = "text/event-stream";
    private static final int LONGEST_PAGE = 1000;

    private final Journal journal;
    private final Feed feed;

    @Activate
    public EventRoutes(@Reference Journal journal, @Reference Feed feed) {
        this.journal = journal;
        this.feed = feed;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/api/v1/events")
                .says("Events as they happen (text/event-stream), or a page of them (application/json)")
                .query("after", Query.whole(0, Query.LARGEST), "The number of the last one that is not wanted")
                .query("limit", Query.whole(1, LONGEST_PAGE, 100), "The most in a page")
                .query(
                        "wait",
                        Query.whole(0, RunDesk.LONGEST_WAIT, 0),
                        "For how many seconds to wait if a page is empty")
                .query("kinds", new Query.Choices(Wanted.names()), "Those of these kinds only")
                .query("subject", Query.words(), "Those of this run, request, device … only")
                .header("Last-Event-ID", Query.whole(0, Query.LARGEST), "As after; browsers send it by themselves")
                .givesList(Recorded.class)
                .givesType(STREAM)
                .does(this::events));
    }

    private Response events(Call call) {
        Wanted wanted = Wanted.of(call);
        if (call.header("accept").orElse("").contains(Response.JSON)) {
            return page(call, wanted);
        }
        long after = Math.min(after(call), journal.last());
        return new Response.Stream(new Following(journal, feed, wanted, after));
    }

    private Response page(Call call, Wanted wanted) {
        long after = call.optionalWhole("after").orElse(0);
        int limit = (int) call.whole("limit");
        long patience = call.whole("wait");
        List<Recorded> page = wanted.read(journal, after, limit);
        if (!page.isEmpty() || patience == 0) {
            return Response.json(page);
        }
        return new Response.Later(
                Duration.ofSeconds(patience),
                feed,
                recorded -> recorded.number() > after && wanted.has(recorded.event()),
                () -> Optional.of(wanted.read(journal, after, limit))
                        .filter(news -> !news.isEmpty())
                        .map(Response::json),
                Response.json(List.of()));
    }

    private static long after(Call call) {
        return call.header("last-event-id")
                .map(id -> Call.natural("header.Last-Event-ID", id))
                .orElseGet(() -> call.optionalWhole("after").orElse(Long.MAX_VALUE));
    }
}
