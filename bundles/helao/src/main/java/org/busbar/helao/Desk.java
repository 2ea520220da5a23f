package org.busbar.helao;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Values;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.LabListener;
import org.busbar.api.event.Recorded;
import org.busbar.api.experiment.Orchestrator;
import org.busbar.api.experiment.Order;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Settlement;
import org.busbar.api.experiment.Verb;
import org.busbar.helao.Note.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes HELAO's experiments and commands, and has them done. Whatever it acknowledges is in the journal first, and from
 * there it goes on after a restart. Safe for use by many threads.
 */
final class Desk implements LabListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    /** How long after a start a device that is not there may still come. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How many threads there can be. */
    static final int THREADS = 1000;

    private final Journal journal;
    private final Orchestrator orchestrator;
    private final Clock clock;
    private final Instant opened;
    private final Board board; // guarded by this
    private final Pilot pilot;
    private final Tail tail;

    /** Rebuilds everything from the journal and goes on. */
    Desk(Journal journal, Orchestrator orchestrator, Vocabulary vocabulary, MappingFile file, Clock clock) {
        this.journal = journal;
        this.orchestrator = orchestrator;
        this.clock = clock;
        this.opened = clock.instant();
        this.board = new Board(file.lab());
        this.pilot = new Pilot(board, this::note, orchestrator, vocabulary, file, clock);
        this.tail = new Tail(journal, journal.last(), this::follow);
        rebuild();
        tail.start();
        tail.wake();
    }

    private synchronized void note(Note note) {
        journal.append(new LabEvent.Noted(clock.instant(), Note.SUBJECT, note.topic(), note.content()));
        board.apply(note);
    }

    /**
     * Queues an experiment; it is in the journal when this returns.
     *
     * @param json as HELAO's clients write it
     * @param priority lower runs first
     * @return its id
     * @throws SoeException if it breaks HELAO's rules; the message says where
     * @throws Refused if the thread has not started and there is none it could join
     */
    synchronized String accept(String json, int thread, int priority) {
        Soe soe = Soe.parse(json);
        if (thread < 0 || thread >= THREADS) {
            throw new Refused(422, "thread = " + thread + " is not from 0 to " + (THREADS - 1));
        }
        if (soe.command("start").isEmpty() && !board.isExpected(thread)) {
            throw new Refused(
                    409,
                    "Thread " + thread + " has not started, and there is no thread before it whose file it could join;"
                            + " begin with orchestrator/start");
        }
        note(new Note.Accepted(thread, priority, soe.write()));
        tail.wake();
        return board.lane(thread).latest();
    }

    /**
     * Says something to a thread, or to all if {@code thread} is -1; it is in the journal when this returns.
     *
     * @throws Refused if there is no such thread
     */
    synchronized void tell(Command command, int thread) {
        if (thread >= 0 && !board.lanes.containsKey(thread)) {
            throw new Refused(404, "There is no thread " + thread + ", only " + board.lanes.keySet());
        }
        note(new Note.Told(command, thread));
        board.addressed(thread).forEach(lane -> order(lane, command));
        tail.wake();
    }

    private void order(Lane lane, Command command) {
        Experiment experiment = lane.current;
        if (experiment == null || !experiment.submitted || !experiment.divided) {
            return;
        }
        if (command == Command.PAUSE) {
            order(experiment.run(), Verb.PAUSE);
        } else if (command == Command.RESUME) {
            order(experiment.run(), Verb.RESUME);
        } else if (command == Command.KILL && !order(experiment.run(), Verb.ABORT)) {
            order(experiment.run(), Verb.CANCEL);
        }
    }

    /** Whether the orchestrator took the order; if not, the run is in a state where it has no meaning. */
    private boolean order(String run, Verb verb) {
        try {
            orchestrator.order(run, new Order(verb, "helao", "a client of HELAO said so", true));
            return true;
        } catch (IllegalArgumentException e) {
            LOG.warn("Run {} did not take the order {}: {}", run, verb, e.getMessage());
            return false;
        }
    }

    @Override
    public void on(Recorded recorded) {
        tail.on(recorded);
    }

    private synchronized void follow(List<Recorded> news) {
        if (clock.instant().isAfter(opened.plus(PATIENCE))) {
            pilot.expectAllDevices();
        }
        news.forEach(recorded -> take(recorded.event()));
        notifyAll();
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Lane lane : List.copyOf(board.lanes.values())) {
                moved |= pilot.advance(lane);
            }
        }
        notifyAll();
    }

    private void take(LabEvent event) {
        if (event instanceof LabEvent.OfRun ofRun) {
            board.ofRun(ofRun.run()).ifPresent(experiment -> take(experiment, ofRun));
        }
    }

    private void take(Experiment experiment, LabEvent.OfRun event) {
        if (event instanceof LabEvent.RunBegun) {
            experiment.submitted = true;
        } else if (event instanceof LabEvent.StepBegun begun) {
            experiment.doing = begun.step();
            experiment.given.put(begun.step(), begun.inputs());
        } else if (event instanceof LabEvent.StepEnded ended) {
            step(experiment, ended.step()).ifPresent(step -> experiment.asked.remove(step.server()));
            if (ended.outcome() instanceof Outcome.Done done) {
                record(experiment, ended.step(), done.provenance().inputs(), done.outputs(), ended.time());
            }
        } else if (event instanceof LabEvent.StepSettled settled
                && settled.settlement() instanceof Settlement.Happened happened) {
            record(experiment, settled.step(), Values.none(), happened.outputs(), settled.time());
        } else if (event instanceof LabEvent.RunEnded ended) {
            experiment.end = ended;
            experiment.doing = "";
        }
    }

    private static Optional<SoeStep> step(Experiment experiment, String name) {
        return experiment.soe.steps().stream()
                .filter(step -> step.name().equals(name))
                .findFirst();
    }

    private void record(Experiment experiment, String name, Values inputs, Values outputs, Instant time) {
        Lane lane = board.lane(experiment.thread);
        Place place = lane.place;
        if (place != null) {
            record(board.tree.at(place), experiment, name, inputs, outputs, time);
        }
    }

    private static void record(
            RunData run, Experiment experiment, String name, Values inputs, Values outputs, Instant time) {
        Values all = inputs.with(experiment.given.getOrDefault(name, Values.none()));
        step(experiment, name)
                .ifPresent(step -> run.put(
                        experiment.number, experiment.thread, Recording.of(experiment, step, all, outputs, time)));
    }

    private synchronized void rebuild() {
        journal.stream(Note.SUBJECT).forEach(recorded -> {
            if (recorded.event() instanceof LabEvent.Noted noted) {
                rebuild(Note.read(noted));
            }
        });
        board.tree.readAll();
        board.lanes.values().forEach(this::repeatOrders);
    }

    private void rebuild(Note note) {
        board.apply(note);
        if (note instanceof Note.Divided divided) {
            Lane lane = board.lane(divided.thread());
            Experiment experiment = lane.current;
            Place place = lane.place;
            if (experiment != null && place != null && experiment.divided) {
                String run = experiment.run();
                RunData data = board.tree.at(place);
                data.readLater(() -> read(data, experiment, run));
            }
        }
    }

    private void read(RunData data, Experiment experiment, String run) {
        for (Recorded recorded : journal.of(run)) {
            boolean present = experiment.run().equals(run) && experiment.divided;
            if (recorded.event() instanceof LabEvent.StepEnded ended && ended.outcome() instanceof Outcome.Done done) {
                Values inputs = done.provenance().inputs();
                record(data, experiment, ended.step(), inputs, done.outputs(), ended.time());
            }
            if (present && recorded.event() instanceof LabEvent.OfRun event) {
                take(experiment, event);
            }
        }
    }

    /** What was noted but perhaps not said before a crash. */
    private void repeatOrders(Lane lane) {
        if (lane.current != null && lane.current.killed) {
            order(lane, Command.KILL);
        } else if (lane.paused) {
            order(lane, Command.PAUSE);
        }
    }

    /** The status of all threads, as HELAO gives it. */
    synchronized String status() {
        return Status.of(board.lanes.values());
    }

    /** Reads data; nothing changes meanwhile. */
    synchronized <T> T read(java.util.function.Function<Readings, T> reading) {
        return reading.apply(new Readings(board));
    }

    /**
     * Waits until there is something to read.
     *
     * @throws Refused if there was nothing in time
     */
    synchronized <T> T await(java.util.function.Function<Readings, Optional<T>> reading, Duration patience)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (long left = patience.toNanos(); left > 0; left = end - System.nanoTime()) {
            Optional<T> found = reading.apply(new Readings(board));
            if (found.isPresent()) {
                return found.get();
            }
            wait(left / 1_000_000 + 1);
        }
        throw new Refused(504, "There was nothing at the addresses within " + patience.toSeconds() + " s; ask again");
    }

    @Override
    public void close() throws InterruptedException {
        tail.close();
    }
}
