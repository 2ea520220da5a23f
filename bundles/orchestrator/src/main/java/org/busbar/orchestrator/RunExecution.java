package org.busbar.orchestrator;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.busbar.api.Values;
import org.busbar.api.event.Journal;
import org.busbar.api.event.JournalException;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Progress;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Settlement;
import org.busbar.api.experiment.Step;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run in its own thread: step after step, each in the journal before the device is touched and again when it has
 * ended.
 */
final class RunExecution implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(RunExecution.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /** How often a repeatable step of unknown outcome is done before a person is asked. */
    private static final int ATTEMPTS = 3;

    private final Run run;
    private final Journal journal;
    private final Stepping stepping;
    private final Map<String, Values> done = new LinkedHashMap<>();
    private final @Nullable RunHistory history;
    private volatile Progress progress;
    private volatile @Nullable String aborted;
    private volatile boolean suspended;
    private @Nullable Thread thread; // guarded by this, as all below
    private @Nullable String question;
    private @Nullable Settlement answer;

    /** @param history how far the run had come before the server was stopped; null for a new run */
    RunExecution(Run run, @Nullable RunHistory history, Journal journal, Stepping stepping) {
        this.run = run;
        this.history = history;
        this.journal = journal;
        this.stepping = stepping;
        this.progress = new Progress(run, Run.State.RUNNING, "", "begins", Instant.now());
        if (history != null) {
            done.putAll(history.done());
        }
    }

    Run definition() {
        return run;
    }

    Progress progress() {
        return progress;
    }

    @Override
    public void run() {
        synchronized (this) {
            thread = Thread.currentThread();
        }
        try {
            end(attempt());
        } catch (InterruptedException e) {
            if (!suspended) {
                end(ended(Run.State.ABORTED, String.valueOf(aborted)));
            }
        } catch (RuntimeException e) {
            LOG.error("Run {} ended by a fault of the orchestrator", run.id(), e);
            end(ended(Run.State.FAILED, "a fault of the orchestrator, see its log: " + e));
        } finally {
            synchronized (this) {
                thread = null;
                notifyAll();
            }
        }
    }

    private LabEvent.RunEnded attempt() throws InterruptedException {
        String failure = history == null ? null : recover(history);
        for (Step step : run.sequence().steps()) {
            if (failure == null && !done.containsKey(step.id())) {
                failure = perform(step);
            }
        }
        return failure == null ? completed() : ended(Run.State.FAILED, failure);
    }

    private LabEvent.RunEnded completed() {
        Values outputs = new Wiring(run.inputs(), done).values(run.sequence().outputs());
        return new LabEvent.RunEnded(Instant.now(), run.id(), Run.State.COMPLETED, outputs, "");
    }

    private LabEvent.RunEnded ended(Run.State state, String reason) {
        return new LabEvent.RunEnded(Instant.now(), run.id(), state, Values.none(), reason);
    }

    private void end(LabEvent.RunEnded ended) {
        record(ended);
        progress = new Progress(run, ended.state(), progress.step(), ended.reason(), ended.time());
    }

    /** Settles what the last server left behind; the answer is why the run fails, null if it goes on. */
    private @Nullable String recover(RunHistory before) throws InterruptedException {
        LabEvent.StepBegun lost = before.inFlight();
        if (before.failure() != null) {
            return before.failure();
        }
        if (lost != null && !lost.repeatable()) {
            Outcome unknown = stepping.lost(lost);
            record(new LabEvent.StepEnded(Instant.now(), run.id(), lost.step(), unknown));
            return ask(step(lost.step()), ((Outcome.Unknown) unknown).reason());
        }
        String unsettled = before.unsettled();
        return unsettled == null ? null : ask(step(unsettled), "its outcome is unknown since before the restart");
    }

    private Step step(String id) {
        return run.sequence().steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Does a step until it is done; the answer is why it failed, null if it did not. */
    private @Nullable String perform(Step step) throws InterruptedException {
        for (int attempt = 1; true; attempt++) {
            goOn();
            Stepping.Attempt made = stepping.attempt(this, step, new Wiring(run.inputs(), done));
            if (suspended && made.outcome() instanceof Outcome.Unknown) {
                goOn(); // the next server settles it: the journal says that it had begun
            }
            record(new LabEvent.StepEnded(Instant.now(), run.id(), step.id(), made.outcome()));
            goOn();
            if (!(made.outcome() instanceof Outcome.Unknown && made.repeatable() && attempt < ATTEMPTS)) {
                return conclude(step, made.outcome());
            }
        }
    }

    private @Nullable String conclude(Step step, Outcome outcome) throws InterruptedException {
        if (outcome instanceof Outcome.Done ok) {
            done.put(step.id(), ok.outputs());
            return null;
        }
        if (outcome instanceof Outcome.Failed failed) {
            return "step " + step.id() + ": " + failed.reason();
        }
        return ask(step, ((Outcome.Unknown) outcome).reason());
    }

    /** Writes an event down, waiting for as long as the journal cannot take it: nothing goes on unrecorded. */
    private void record(LabEvent event) {
        while (true) {
            try {
                journal.append(event);
                return;
            } catch (JournalException e) {
                LOG.error("Run {} waits: {}", run.id(), e.getMessage());
                tell(progress.step(), "waits for the journal: " + e.getMessage());
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(LOOK_AGAIN.toMillis());
        } catch (InterruptedException e) {
            // an end of the run is asked for by flags, which are looked at once this is recorded
            LOG.debug("Run {} is to end and still has something to record", run.id());
        }
    }

    /** Writes down that a step begins; the device may be touched when this returns. */
    void begin(Step step, Agent agent, Values inputs, boolean repeatable) throws InterruptedException {
        record(new LabEvent.StepBegun(Instant.now(), run.id(), step.id(), agent, inputs, repeatable));
        goOn();
    }

    /** Says what the run does or waits for. */
    void tell(String step, String detail) {
        progress = new Progress(run, Run.State.RUNNING, step, detail, Instant.now());
    }

    private void goOn() throws InterruptedException {
        if (aborted != null || suspended) {
            throw new InterruptedException("The run is to end");
        }
    }

    /** Waits for a person to say what became of the step, and acts on it. */
    private @Nullable String ask(Step step, String reason) throws InterruptedException {
        progress = new Progress(run, Run.State.RECOVERING, step.id(), reason, Instant.now());
        Settlement settlement = await(step);
        if (settlement instanceof Settlement.Happened happened) {
            done.put(step.id(), happened.outputs());
            return null;
        }
        if (settlement instanceof Settlement.GiveUp givenUp) {
            return "step " + step.id() + ": " + givenUp.reason();
        }
        return perform(step);
    }

    private synchronized Settlement await(Step step) throws InterruptedException {
        question = step.id();
        try {
            while (answer == null) {
                goOn();
                wait();
            }
            return answer;
        } finally {
            question = null;
            answer = null;
        }
    }

    /**
     * Takes a person's answer; it is in the journal when this returns.
     *
     * @throws IllegalArgumentException if the run is not held up by that step
     */
    synchronized void settle(String step, Settlement settlement, String by) {
        if (!step.equals(question) || answer != null) {
            throw new IllegalArgumentException("Run " + run.id() + " is not held up by step " + step + ", it "
                    + (question == null ? "goes on" : "asks about step " + question));
        }
        journal.append(new LabEvent.StepSettled(Instant.now(), run.id(), step, settlement, by));
        answer = settlement;
        notifyAll();
    }

    /** Ends the run: interrupts the driver at work. */
    synchronized void abort(String reason) {
        if (aborted == null) {
            aborted = reason;
            interrupt();
        }
    }

    /** The server stops: leaves the run open, to go on when the server is back. */
    synchronized void suspend() {
        suspended = true;
        interrupt();
    }

    private void interrupt() {
        if (thread != null) {
            thread.interrupt();
        }
        notifyAll();
    }
}
