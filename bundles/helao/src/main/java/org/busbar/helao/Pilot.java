package org.busbar.helao;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.busbar.api.Values;
import org.busbar.api.event.JournalException;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Finding;
import org.busbar.api.experiment.Orchestrator;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.SequenceException;
import org.busbar.helao.Note.End;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings the experiment of a thread as far as it can go just now. Every decision is a note first, so that after a crash
 * it is not taken differently. Guarded by the owner of the board.
 */
final class Pilot {

    private static final Logger LOG = LoggerFactory.getLogger(Pilot.class);

    private final Board board;
    private final Consumer<Note> notes;
    private final Orchestrator orchestrator;
    private final Vocabulary vocabulary;
    private final MappingFile file;
    private final Clock clock;
    private boolean patient = true;

    /** @param notes writes a note into the journal and puts it on the board */
    Pilot(
            Board board,
            Consumer<Note> notes,
            Orchestrator orchestrator,
            Vocabulary vocabulary,
            MappingFile file,
            Clock clock) {
        this.board = board;
        this.notes = notes;
        this.orchestrator = orchestrator;
        this.vocabulary = vocabulary;
        this.file = file;
        this.clock = clock;
    }

    /** From here on a device that is not there at all is a fault of the experiment. */
    void expectAllDevices() {
        patient = false;
    }

    /**
     * Goes as far as possible; whether it came any further.
     *
     * @throws JournalException if a note could not be written; nothing was decided then
     */
    boolean advance(Lane lane) {
        boolean moved = false;
        while (step(lane)) {
            moved = true;
        }
        return moved;
    }

    private boolean step(Lane lane) {
        Experiment experiment = lane.current;
        try {
            boolean moved = experiment == null ? begin(lane) : step(lane, experiment);
            if (moved && !lane.paused) {
                lane.reason = "";
            }
            return moved;
        } catch (NotYet e) {
            lane.reason = String.valueOf(e.getMessage());
            return false;
        } catch (JournalException e) {
            throw e;
        } catch (RuntimeException e) {
            if (!(e instanceof SoeException)) {
                LOG.error("Thread {} of HELAO met an error nobody foresaw", lane.number, e);
            }
            fail(lane, e);
            return true;
        }
    }

    private void fail(Lane lane, RuntimeException fault) {
        Experiment failed = lane.current == null ? lane.queue.element() : lane.current;
        String reason = failed.id() + ": " + (fault instanceof SoeException ? fault.getMessage() : fault.toString());
        notes.accept(new Note.Ended(lane.number, failed.serial, End.FAILED, reason));
    }

    private boolean step(Lane lane, Experiment experiment) {
        if (experiment.divided) {
            return experiment.end != null ? passed(experiment, experiment.end) : !experiment.submitted && submit(lane);
        }
        if (experiment.killed) {
            return ended(experiment, End.KILLED, "");
        }
        return !lane.paused && next(lane, experiment);
    }

    private boolean ended(Experiment experiment, End end, String reason) {
        notes.accept(new Note.Ended(experiment.thread, experiment.serial, end, reason));
        return true;
    }

    private boolean passed(Experiment experiment, LabEvent.RunEnded end) {
        if (experiment.killed) {
            return ended(experiment, End.KILLED, end.reason());
        }
        if (end.state() == Run.State.COMPLETED && end.flag() == Run.Flag.NONE) {
            board.passed(experiment);
            return true;
        }
        String how =
                end.flag() == Run.Flag.NONE ? end.state().name() : end.flag().name();
        String word = how.toLowerCase(Locale.ROOT).replace('_', ' ');
        return ended(experiment, End.FAILED, "run " + experiment.run() + " " + word + ": " + end.reason());
    }

    private boolean begin(Lane lane) {
        Experiment next = lane.queue.peek();
        if (next == null || lane.paused) {
            return false;
        }
        if (!refreshed(lane)) {
            return false;
        }
        SoeStep start = next.soe.command("start").orElse(null);
        Place place = start == null
                ? joined(lane)
                : board.files.next(next.soe, start, board.mapping().instrument(), LocalDate.now(clock));
        int number = start == null ? lane.nextExperiment() : 0;
        notes.accept(new Note.Begun(lane.number, next.serial, place, number));
        return true;
    }

    /** The place of the thread, or of the one before it, which a thread without a start joins. */
    private Place joined(Lane lane) {
        if (lane.place != null) {
            return lane.place;
        }
        Lane partner = board.lanes.get(lane.number - 1);
        if (partner != null && partner.place != null) {
            return partner.place;
        }
        if (board.isExpected(lane.number - 1)) {
            throw new NotYet("waits for thread " + (lane.number - 1) + " to start");
        }
        throw new SoeException(
                0,
                "thread " + lane.number + " has not started, and thread " + (lane.number - 1) + " has no file to"
                        + " join; begin with orchestrator/start");
    }

    private boolean refreshed(Lane lane) {
        try {
            String text = file.text();
            if (!text.equals(board.mappingText())) {
                MappingReader.read(text, "");
                notes.accept(new Note.Mapped(text));
            }
            return true;
        } catch (IllegalArgumentException | UncheckedIOException e) {
            notes.accept(new Note.Held(lane.number, "helao.json cannot be used: " + e.getMessage()));
            return false;
        }
    }

    private boolean next(Lane lane, Experiment experiment) {
        List<SoeStep> steps = experiment.soe.steps();
        if (experiment.cursor >= steps.size()) {
            return ended(experiment, End.DONE, "");
        }
        SoeStep step = steps.get(experiment.cursor);
        if (!step.isNative() || step.isNative("modify")) {
            return divide(lane, experiment);
        }
        if (step.isNative("stop")) {
            notes.accept(new Note.Stopped(lane.number, experiment.serial, step.index() + 1, "stopped at " + step));
            return true;
        }
        if (step.isNative("conditional") && !holds(lane, experiment, step)) {
            return ended(experiment, End.DROPPED, step + " does not hold");
        }
        if (step.isNative("wait") && !isThere(lane, experiment, step)) {
            return false;
        }
        experiment.cursor++;
        return true;
    }

    private boolean holds(Lane lane, Experiment experiment, SoeStep step) {
        ObjectNode params = new Placeholders(experiment.soe, experiment.known).of(step);
        try {
            Address address = Address.parse(params.path("address").asString(""));
            Datum value = new LaneScope(board, lane, experiment)
                    .find(address)
                    .orElseThrow(() -> new IllegalArgumentException("there is nothing at " + address));
            return Criterion.holds(params.path("criterion").asString(""), value.json());
        } catch (IllegalArgumentException e) {
            throw new SoeException(step, String.valueOf(e.getMessage()));
        }
    }

    private boolean isThere(Lane lane, Experiment experiment, SoeStep step) {
        ObjectNode params = new Placeholders(experiment.soe, experiment.known).of(step);
        LaneScope scope = new LaneScope(board, lane, experiment);
        try {
            return Texts.of(params.path("addresses")).stream()
                    .map(Address::parse)
                    .allMatch(address -> scope.step(address).isPresent());
        } catch (IllegalArgumentException e) {
            throw new SoeException(step, String.valueOf(e.getMessage()));
        }
    }

    private boolean divide(Lane lane, Experiment experiment) {
        Part part = Translator.part(
                experiment.soe, experiment.cursor, experiment.known, targets(experiment), scope(lane, experiment));
        notes.accept(new Note.Divided(
                lane.number, experiment.serial, experiment.part + 1, experiment.cursor, part.to(), part.known()));
        if (experiment.divided) {
            submit(experiment, part);
        }
        return true;
    }

    /** After a crash between the note and the run: the same part again. */
    private boolean submit(Lane lane) {
        Experiment experiment = Objects.requireNonNull(lane.current);
        int from = experiment.cursor;
        Map<String, Datum> known = experiment.known;
        submit(
                experiment,
                Translator.part(
                        experiment.soe, from, experiment.to, known, targets(experiment), scope(lane, experiment)));
        return true;
    }

    private void submit(Experiment experiment, Part part) {
        Sequence sequence = new Sequence(experiment.id(), "1", List.of(), part.steps(), Map.of());
        try {
            orchestrator.submit(new Run(experiment.run(), sequence, Values.none(), "helao"));
            experiment.submitted = true;
        } catch (SequenceException e) {
            throw new SoeException(e.findings().stream()
                    .map(finding -> fault(experiment.soe, finding))
                    .toList());
        }
    }

    private static SoeException.Fault fault(Soe soe, Finding finding) {
        int index = soe.steps().stream()
                .filter(step -> step.name().equals(finding.step()))
                .mapToInt(SoeStep::index)
                .findFirst()
                .orElse(-1);
        return new SoeException.Fault(index, finding.toString());
    }

    private Targets targets(Experiment experiment) {
        return new Targets(experiment.mapping, vocabulary, patient);
    }

    private Scope scope(Lane lane, Experiment experiment) {
        return new LaneScope(board, lane, experiment);
    }
}
