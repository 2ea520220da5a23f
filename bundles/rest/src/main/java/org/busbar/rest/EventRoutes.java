package org.busbar.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.busbar.api.event.Journal;
import org.busbar.api.event.Recorded;
import org.busbar.json.Json;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Events, as they happen or page by page.
 *
 * <p>A reader is always given what the journal has after the last number it was given, so that catching up and following
 * are one thing: nothing is lost or doubled between them, and no queue grows for a slow reader.
 */
@Component(service = Routes.class)
public final class EventRoutes implements Routes {

    private static final int PAGE = 500;
    private static final int LONGEST_PAGE = 1000;

    private final Journal journal;
    private final Feed feed;
    private final Duration beat;

    @Activate
    public EventRoutes(@Reference Journal journal, @Reference Feed feed) {
        this(journal, feed, Duration.ofSeconds(10));
    }

    EventRoutes(Journal journal, Feed feed, Duration beat) {
        this.journal = journal;
        this.feed = feed;
        this.beat = beat;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/api/v1/events", this::events));
    }

    private Response events(Call call) {
        if (call.header("accept").orElse("").contains(Response.JSON)) {
            return Response.json(journal.read(
                    call.number("after", 0, Long.MAX_VALUE), (int) call.number("limit", 100, LONGEST_PAGE)));
        }
        long after = Math.min(after(call), journal.last());
        return new Response.Stream(out -> follow(after, out));
    }

    private static long after(Call call) {
        return call.header("last-event-id")
                .map(id -> Call.natural("The header Last-Event-ID", id))
                .orElseGet(() -> call.number("after", Long.MAX_VALUE, Long.MAX_VALUE));
    }

    private void follow(long after, OutputStream out) throws IOException, InterruptedException {
        send(out, ": events after " + after + "\n\n");
        long sent = after;
        while (!Thread.currentThread().isInterrupted()) {
            List<Recorded> news = journal.read(sent, PAGE);
            send(out, text(news));
            sent = news.isEmpty() ? sent : news.get(news.size() - 1).number();
            if (news.size() < PAGE) {
                feed.awaitAfter(sent, beat);
            }
        }
    }

    private static String text(List<Recorded> news) {
        StringBuilder text = new StringBuilder(news.isEmpty() ? ":\n\n" : "");
        for (Recorded recorded : news) {
            text.append("id: ").append(recorded.number()).append("\nevent: ");
            text.append(recorded.event().getClass().getSimpleName()).append("\ndata: ");
            text.append(Json.write(recorded.event())).append("\n\n");
        }
        return text.toString();
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
