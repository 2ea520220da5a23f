package org.busbar.distribution.system;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the journal says of one step of one run, event by event, and what is wrong with that. */
final class StepRecord {

    private enum State {
        NEW,
        AT_WORK,
        UNKNOWN,
        ASKED,
        MAY_REPEAT,
        OVER
    }

    private final String name;
    private final List<String> wrong = new ArrayList<>();
    private State state = State.NEW;
    private boolean repeatable;
    private int unknowns;
    private int asked;

    StepRecord(String name) {
        this.name = name;
    }

    /** What the instruments call what is done with these inputs. */
    static String id(JsonNode inputs) {
        return inputs.get("label").stringValue() + "/" + inputs.get("place").stringValue() + "/"
                + inputs.at("/amount/value").doubleValue();
    }

    void take(JsonNode event) {
        switch (event.get("type").stringValue()) {
            case "StepBegun" -> begun(event);
            case "StepEnded" -> ended(event.at("/outcome/type").stringValue());
            case "StepAsked" -> askedAbout();
            case "StepSettled" -> settled(event.at("/settlement/type").stringValue());
            default -> throw new IllegalArgumentException(event.toString());
        }
    }

    private void begun(JsonNode event) {
        repeatable = event.get("repeatable").booleanValue();
        require(
                state == State.NEW
                        || state == State.MAY_REPEAT
                        || repeatable && (state == State.UNKNOWN || state == State.ASKED),
                "was begun while " + state);
        state = State.AT_WORK;
    }

    private void ended(String outcome) {
        require(state == State.AT_WORK, "ended while " + state);
        unknowns += outcome.equals("Unknown") ? 1 : 0;
        state = outcome.equals("Unknown") ? State.UNKNOWN : State.OVER;
    }

    private void askedAbout() {
        require(state == State.UNKNOWN || state == State.ASKED, "was asked about while " + state);
        asked++;
        state = State.ASKED;
    }

    private void settled(String settlement) {
        require(state == State.ASKED, "was settled while " + state);
        state = settlement.equals("Repeat") ? State.MAY_REPEAT : State.OVER;
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            wrong.add(name + " " + otherwise);
        }
    }

    /** Everything that is wrong with it, now that its run has ended. */
    List<String> wrong() {
        require(state == State.OVER, "is " + state + " at the end");
        return wrong;
    }

    String name() {
        return name;
    }

    boolean isRepeatable() {
        return repeatable;
    }

    int unknowns() {
        return unknowns;
    }

    int questions() {
        return asked;
    }
}
