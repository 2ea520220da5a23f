package org.busbar.shell;

import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Shows how a campaign goes until it has ended. */
final class Follower {

    private final Client client;
    private final Terminal terminal;
    private String waitsFor = "";

    Follower(Client client, Terminal terminal) {
        this.client = client;
        this.terminal = terminal;
    }

    /**
     * Follows a campaign.
     *
     * @param standing the campaign as it was begun
     * @param before the number of an event before it began
     */
    void follow(JsonNode standing, long before) throws InterruptedException {
        Progress progress = new Progress(standing, Instant.now());
        String path = "/api/v1/campaigns/" + standing.get("id").stringValue();
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(1, Follower::thread);
        clock.scheduleAtFixedRate(() -> terminal.status(progress.status(Instant.now())), 0, 1, TimeUnit.SECONDS);
        clock.scheduleWithFixedDelay(() -> askWhetherItWaits(path), 5, 5, TimeUnit.SECONDS);
        try {
            new EventStream(client.connection(), before).follow(event -> show(progress, event));
        } finally {
            clock.shutdownNow();
            clock.awaitTermination(5, TimeUnit.SECONDS);
            terminal.clear();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "progress");
        thread.setDaemon(true);
        return thread;
    }

    private boolean show(Progress progress, EventStream.Event event) {
        for (Progress.Note note : progress.take(event, Instant.now())) {
            if (note.colour() != null) {
                terminal.line(note.colour(), note.text());
            } else if (!terminal.isInteractive()) {
                terminal.line(note.text());
            }
        }
        terminal.status(progress.status(Instant.now()));
        return !progress.isOver();
    }

    /** Waiting is no event, but a person may be needed to end it. */
    private void askWhetherItWaits(String path) {
        try {
            JsonNode standing = client.get(path);
            String detail = standing.path("detail").asString("");
            if (standing.path("state").asString("").equals("WAITING") && !detail.equals(waitsFor)) {
                terminal.line(Terminal.Colour.YELLOW, "the campaign waits: " + detail);
                waitsFor = detail;
            }
        } catch (Failure e) {
            terminal.status("no answer from the server, trying again");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
