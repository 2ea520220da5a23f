package org.busbar.helao;

import java.util.Map;
import org.busbar.api.event.LabEvent;
import org.busbar.json.Json;

/**
 * What this bundle writes into the journal before it acts or answers. All it knows can be rebuilt from its notes and the
 * events of its runs.
 */
sealed interface Note {

    /** The subject of all notes. */
    String SUBJECT = "helao";

    /** An experiment was queued. */
    record Accepted(int thread, int priority, String soe) implements Note {}

    /** The mapping is this from here on. */
    record Mapped(String mapping) implements Note {}

    /** The experiment has its number now; its steps follow. */
    record Begun(int thread, int serial, Place place, int experiment) implements Note {}

    /**
     * The events from one index to another are about to become a run; there is none if no step is among them.
     *
     * @param known the values of placeholders, by pointer
     */
    record Divided(int thread, int serial, int part, int from, int to, Map<String, Datum> known) implements Note {}

    /** A {@code stop} was reached; the next event is {@code from}. */
    record Stopped(int thread, int serial, int from, String reason) implements Note {}

    /** The thread goes no further until it is resumed. */
    record Held(int thread, String reason) implements Note {}

    /** An experiment has come to its end. */
    record Ended(int thread, int serial, End end, String reason) implements Note {}

    /** A client said something to a thread, or to all if {@code thread} is -1. */
    record Told(Command command, int thread) implements Note {}

    /** How an experiment ends. */
    enum End {
        DONE,
        /** A condition did not hold, so the rest was left out. */
        DROPPED,
        FAILED,
        KILLED
    }

    /** What a client can say to threads. */
    enum Command {
        CLEAR,
        KILL,
        PAUSE,
        RESUME
    }

    /** What {@link #topic} and {@link #content} made of a note. */
    static Note read(LabEvent.Noted noted) {
        for (Class<?> kind : Note.class.getPermittedSubclasses()) {
            if (kind.getSimpleName().equals(noted.topic())) {
                return (Note) Json.read(noted.content(), kind);
            }
        }
        throw new IllegalArgumentException("The journal has a note of an unknown kind '" + noted.topic() + "'");
    }

    default String topic() {
        return getClass().getSimpleName();
    }

    default String content() {
        return Json.write(this);
    }
}
