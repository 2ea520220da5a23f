package org.busbar.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.shell.Terminal.Colour;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How far a campaign has come, as its events tell it, in words for people. */
final class Progress {

    private static final int BAR = 20;

    private final String campaign;
    private final int wanted;
    private final String output;
    private final boolean more;
    private final Instant begun;
    private final Map<String, Trial> open = new LinkedHashMap<>();
    private String optimizer;
    private int ended;
    private @Nullable Best best;
    private String state = "RUNNING";

    private record Trial(int number, JsonNode point) {}

    private record Best(double value, String text, String where) {}

    /** A message to print; {@code colour} is null for an ordinary one. */
    record Note(@Nullable Colour colour, String text) {}

    /** @param standing the campaign as the server gives it */
    Progress(JsonNode standing, Instant begun) {
        JsonNode plan = standing.get("campaign");
        JsonNode objective = plan.at("/problem/objectives/0");
        this.campaign = standing.get("id").stringValue();
        this.wanted = plan.get("trials").intValue();
        this.output = objective.get("output").stringValue();
        this.more = objective.get("goal").stringValue().equals("MAXIMIZE");
        this.optimizer = standing.get("optimizer").stringValue();
        this.begun = begun;
    }

    /** Takes an event in; gives what is to be said about it. */
    synchronized List<Note> take(EventStream.Event event, Instant now) {
        List<Note> notes = new ArrayList<>();
        JsonNode data = event.data();
        switch (event.kind()) {
            case "TrialSuggested" -> suggested(data);
            case "Resolved" -> resolved(data.get("result"), now, notes);
            case "Unresolved" -> unresolved(data, notes);
            case "OptimizerSwapped", "CampaignStopping", "CampaignEnded" -> ofCampaign(event.kind(), data, notes);
            default -> Remarks.on(event).ifPresent(notes::add);
        }
        return notes;
    }

    private void suggested(JsonNode data) {
        if (isMine(data)) {
            open.put(
                    data.get("request").stringValue(),
                    new Trial(data.get("number").intValue(), data.get("point")));
        }
    }

    private boolean isMine(JsonNode data) {
        return data.get("campaign").stringValue().equals(campaign);
    }

    private void resolved(JsonNode result, Instant now, List<Note> notes) {
        Trial trial = open.remove(result.at("/request/id").stringValue());
        if (trial == null) {
            return;
        }
        ended++;
        JsonNode value = result.get("outputs").path(output);
        boolean better = improve(value, trial);
        String text = "trial %d (%d/%d): %s = %s at %s%s, after %s"
                .formatted(
                        trial.number(),
                        ended,
                        wanted,
                        output,
                        Numbers.value(value),
                        Numbers.values(trial.point()),
                        better ? ", best so far" : "",
                        Numbers.time(Duration.between(begun, now)));
        notes.add(new Note(null, text));
    }

    private boolean improve(JsonNode value, Trial trial) {
        if (!value.path("value").isNumber()) {
            return false;
        }
        double number = value.get("value").doubleValue();
        Best before = best;
        boolean better = before == null || (more ? number > before.value() : number < before.value());
        if (better) {
            best = new Best(number, Numbers.value(value), Numbers.values(trial.point()));
        }
        return better;
    }

    private void unresolved(JsonNode data, List<Note> notes) {
        Trial trial = open.remove(data.get("request").stringValue());
        if (trial != null) {
            ended++;
            String reason = data.get("reason").stringValue();
            notes.add(new Note(
                    Colour.RED, "trial %d (%d/%d) failed: %s".formatted(trial.number(), ended, wanted, reason)));
        }
    }

    private void ofCampaign(String kind, JsonNode data, List<Note> notes) {
        if (!isMine(data)) {
            return;
        }
        if (kind.equals("OptimizerSwapped")) {
            optimizer = data.get("to").stringValue();
            String from = data.get("from").stringValue();
            String what = from.equals(optimizer)
                    ? "settings of " + optimizer + " changed"
                    : "optimizer changed from " + from + " to " + optimizer;
            notes.add(new Note(Colour.YELLOW, what + by(data)));
        } else if (kind.equals("CampaignStopping")) {
            notes.add(new Note(Colour.YELLOW, "the campaign is being stopped" + by(data)));
        } else {
            state = data.get("state").stringValue();
            String reason = data.get("reason").asString("");
            notes.add(new Note(
                    Colour.BOLD,
                    "the campaign has ended as " + state.toLowerCase(java.util.Locale.ROOT)
                            + (reason.isEmpty() ? "" : ": " + reason)));
        }
    }

    private static String by(JsonNode data) {
        return " by " + data.get("by").asString();
    }

    synchronized boolean isOver() {
        return !state.equals("RUNNING");
    }

    /** One line: trials, bar, best value and where, optimizer, time, predicted end. */
    synchronized String status(Instant now) {
        int filled = Math.min(BAR, wanted == 0 ? BAR : BAR * ended / wanted);
        Duration elapsed = Duration.between(begun, now);
        return "trial %d/%d [%s%s]%s | %s | %s%s"
                .formatted(
                        ended,
                        wanted,
                        "#".repeat(filled),
                        ".".repeat(BAR - filled),
                        best == null ? "" : " best " + best.text() + " at " + best.where(),
                        optimizer,
                        Numbers.time(elapsed),
                        left(elapsed));
    }

    private String left(Duration elapsed) {
        if (ended == 0 || ended >= wanted) {
            return "";
        }
        return ", ends in " + Numbers.time(elapsed.multipliedBy(wanted - ended).dividedBy(ended));
    }
}
