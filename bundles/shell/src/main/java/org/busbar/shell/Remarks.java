package org.busbar.shell;

import java.util.Optional;
import org.busbar.shell.Terminal.Colour;
import tools.jackson.databind.JsonNode;

/** What is said about events of the lab that belong to no trial: exchanges, faults, questions to a person. */
final class Remarks {

    private Remarks() {}

    /** The remark on an event; empty if there is nothing to say. */
    static Optional<Progress.Note> on(EventStream.Event event) {
        JsonNode data = event.data();
        return switch (event.kind()) {
            case "Faulted" -> said(Colour.RED, "fault of " + text(data, "plugin") + ": " + text(data, "reason"));
            case "Upgraded" ->
                said(
                        Colour.YELLOW,
                        "plug-in " + text(data, "plugin") + " exchanged: " + text(data, "from") + " to "
                                + text(data, "to"));
            case "Restored" ->
                said(
                        Colour.RED,
                        "plug-in " + text(data, "plugin") + " is back at " + text(data, "to") + ": "
                                + text(data, "reason"));
            case "SafetyStopped" ->
                said(Colour.RED, "safety-stop by " + text(data, "by") + ": " + text(data, "reason"));
            case "SafetyCleared" ->
                said(Colour.YELLOW, "safety-stop cleared by " + text(data, "by") + ": " + text(data, "reason"));
            case "StepAsked" -> said(Colour.YELLOW, asked(data));
            case "StepEnded" ->
                data.at("/outcome/type").asString("").equals("Unknown") ? question(data) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Progress.Note> question(JsonNode data) {
        String run = text(data, "run");
        String step = text(data, "step");
        return said(
                Colour.RED,
                "question: what became of step " + step + " of run " + run + "? "
                        + data.at("/outcome/reason").asString("") + "; look, then answer with: busbar settle " + run
                        + " '" + step + "' --happened, --repeat or --give-up");
    }

    /** What a person is asked, and how to answer. */
    static String asked(JsonNode data) {
        String run = text(data, "run");
        return "run " + run + " asks: " + text(data, "text") + " Answer with: busbar settle " + run + " '"
                + text(data, "step") + "' ..; see: busbar inquiries";
    }

    private static Optional<Progress.Note> said(Colour colour, String text) {
        return Optional.of(new Progress.Note(colour, text));
    }

    private static String text(JsonNode data, String name) {
        return data.path(name).asString("");
    }
}
