package org.busbar.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.busbar.api.Values;
import org.busbar.api.broker.Broker;
import org.busbar.api.broker.Request;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.campaign.Grounds;
import org.busbar.api.campaign.Standing;
import org.busbar.api.campaign.Trial;
import org.busbar.api.event.Journal;
import org.busbar.api.event.JournalException;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;
import org.busbar.api.experiment.Orchestrator;
import org.busbar.api.experiment.Order;
import org.busbar.api.experiment.Verb;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One campaign in its own thread: suggests while there is room, and learns of ends by events. */
final class ClosedLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ClosedLoop.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final String id;
    private final Journal journal;
    private final Broker broker;
    private final Adviser adviser;
    private final ShadowDesk shadows;
    private final OpenRuns runs;
    private final Object ordering = new Object(); // one order after the other; taken before this
    private final Ledger ledger; // guarded by this, as all below
    private final TrialLog trials;
    private final Course course;
    private final Deque<Trial> unsent = new ArrayDeque<>();

    ClosedLoop(
            Ledger ledger,
            Journal journal,
            Broker broker,
            Adviser adviser,
            ShadowDesk shadows,
            Supplier<Optional<Orchestrator>> orchestrator) {
        this.id = ledger.id();
        this.ledger = ledger;
        this.trials = ledger.trials();
        this.course = ledger.course();
        this.journal = journal;
        this.broker = broker;
        this.adviser = adviser;
        this.shadows = shadows;
        this.runs = new OpenRuns(id, orchestrator);
    }

    /** Takes in what happened before the server was stopped, and how the requests ended. */
    synchronized void replay(List<Recorded> events) {
        events.forEach(recorded -> ledger.take(recorded.event()));
        for (Trial trial : trials.open()) {
            journal.of(trial.request()).forEach(recorded -> hear(recorded.event()));
        }
        if (course.state().isFinal()) {
            trials.abandon(course.detail());
        }
        unsent.clear();
        unsent.addAll(trials.open()); // one may have been written down without its request getting through
    }

    /** Is told of every event of requests and runs; takes in the ends of its own requests. */
    synchronized void hear(LabEvent event) {
        boolean concerns = event instanceof LabEvent.OfRun && course.standing().isPresent();
        if (ledger.hear(event) || concerns) {
            notifyAll();
        }
    }

    @Override
    public void run() {
        try {
            while (!isFinal()) {
                stepOrWait();
            }
        } catch (InterruptedException e) {
            LOG.debug("Campaign {} is left open until the server is back", id);
        }
    }

    private synchronized boolean isFinal() {
        return course.state().isFinal();
    }

    /** Whatever goes wrong, a full disk for one, holds the campaign up and does not end it. */
    private void stepOrWait() throws InterruptedException {
        try {
            step();
        } catch (JournalException e) {
            waitFor("waits for the journal: " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Campaign {} is held up", id, e);
            waitFor("waits: " + e.getMessage());
        }
    }

    private void step() throws InterruptedException {
        obey();
        look();
        if (isOver()) {
            end();
        } else {
            turn();
        }
    }

    /** Passes what it was told on to the runs that have not heard it. */
    private void obey() {
        synchronized (ordering) {
            Optional<Order> order;
            List<String> open;
            List<String> measured;
            synchronized (this) {
                order = course.standing();
                open = course.isAborting() ? trials.requests(Trial.State.RUNNING) : List.of();
                measured = trials.requests(Trial.State.RUNNING, Trial.State.ABANDONED);
            }
            open.forEach(request -> broker.retract(request, "campaign " + id, "it was aborted"));
            List<String> refusals = order.map(told -> runs.tell(told, measured)).orElse(List.of());
            synchronized (this) {
                course.remark(refusals);
            }
        }
    }

    /** Sees whether a trial was good enough. */
    private synchronized void look() {
        if (course.isSuggesting()) {
            ledger.reached().ifPresent(course::satisfied);
        }
    }

    private synchronized boolean isOver() {
        if (course.isAborting()) {
            return runs.isQuietFor(LOOK_AGAIN);
        }
        boolean enough =
                course.isStopping() || trials.size() >= ledger.campaign().trials();
        return enough && !course.isPaused() && trials.running() == 0;
    }

    private void turn() throws InterruptedException {
        Trial waiting;
        synchronized (this) {
            waiting = course.isPaused() || course.isAborting() ? null : unsent.peek();
        }
        if (waiting != null) {
            send(waiting);
            return;
        }
        Optional<Asked> asked = question();
        if (asked.isPresent()) {
            suggest(asked.get());
        }
    }

    /** What to ask the optimizer; waits a while where there is nothing to ask. */
    private synchronized Optional<Asked> question() throws InterruptedException {
        Optional<Asked> asked = course.isSuggesting() ? ledger.due() : Optional.empty();
        if (asked.isEmpty()) {
            course.goOn(trials.running() + " trials are being measured");
            wait(LOOK_AGAIN.toMillis());
            return asked;
        }
        Optional<Campaign.Swap> swap = ledger.turns().due(trials.size());
        swap.ifPresent(planned -> change(Changes.swap(planned.to(), planned.settings(), Turns.PLAN)));
        return swap.isPresent() ? ledger.due() : asked;
    }

    /**
     * Changes how the next questions are asked; it is in the journal when this returns.
     *
     * @param event is made from what was before
     * @throws IllegalArgumentException if the campaign has ended
     */
    synchronized void change(Function<Standing, LabEvent> event) {
        if (course.state().isFinal()) {
            throw new IllegalArgumentException("Campaign " + id + " has ended; nothing is suggested any more");
        }
        note(event.apply(ledger.standing()));
        notifyAll();
    }

    private synchronized void note(LabEvent event) {
        journal.append(event);
        ledger.take(event);
    }

    private void suggest(Asked asked) throws InterruptedException {
        Advice advice = adviser.ask(asked.optimizer(), asked.question());
        if (advice instanceof Advice.Point point) {
            begin(asked, point, point.grounds(asked));
        } else if (advice instanceof Advice.Nothing nothing) {
            nothingLeft(nothing.by().id());
        } else if (advice instanceof Advice.Trouble trouble) {
            waitFor(trouble.what());
        }
    }

    private synchronized void nothingLeft(String who) throws InterruptedException {
        if (trials.running() == 0) {
            course.stop(who + " has nothing left to suggest");
        } else {
            course.goOn(who + " has nothing to suggest until a trial ends");
            wait(LOOK_AGAIN.toMillis());
        }
    }

    private synchronized void waitFor(String what) throws InterruptedException {
        if (!course.detail().equals(what)) {
            LOG.info("Campaign {} {}", id, what);
        }
        course.waitFor(what);
        wait(LOOK_AGAIN.toMillis());
    }

    /** Writes a trial down, unless the campaign was told otherwise while the optimizer was at work. */
    private synchronized void begin(Asked asked, Advice.Point advice, Grounds grounds) {
        boolean isInPlace = asked.question().problem().equals(ledger.campaign().problem());
        if (course.isSuggesting() && isInPlace) {
            int number = trials.size() + 1;
            Values point = advice.suggestion().point();
            LabEvent.TrialSuggested suggested = new LabEvent.TrialSuggested(
                    Instant.now(), id, number, point, advice.by(), id + "-" + number, grounds);
            journal.append(suggested);
            unsent.add(trials.suggested(suggested));
            course.goOn("trial " + number + " is asked for");
            ledger.shadowing()
                    .asked()
                    .ifPresent(shadow -> shadows.ask(
                            shadow,
                            asked.question(),
                            number,
                            point,
                            answer -> note(new LabEvent.ShadowAnswered(Instant.now(), id, answer))));
        }
    }

    /** Asks the broker, which may refuse: who can answer may still be on the way. */
    private void send(Trial trial) throws InterruptedException {
        try {
            broker.submit(request(trial));
        } catch (IllegalArgumentException e) {
            waitFor("waits: " + e.getMessage());
            return;
        }
        synchronized (this) {
            unsent.remove(trial);
            course.goOn(trials.running() + " trials are being measured");
        }
    }

    private synchronized Request request(Trial trial) {
        Campaign campaign = ledger.campaign();
        Values inputs = campaign.fixed().with(trial.point());
        return new Request(trial.request(), campaign.quantity(), campaign.methods(), inputs, "campaign:" + id);
    }

    /**
     * Tells it something; it is in the journal when this returns.
     *
     * @throws IllegalArgumentException if it cannot be done in the state it is in
     */
    void order(Order order) {
        synchronized (ordering) {
            if (isChangedBy(order.verb())) {
                runs.forget();
                try {
                    wake(order); // before it is written down: after a crash in between they are told to pause again
                    write(order);
                } finally {
                    runs.forget();
                }
                obeyAtOnce();
            }
        }
    }

    private synchronized boolean isChangedBy(Verb verb) {
        return course.isChangedBy(verb, trials.size());
    }

    /** Has paused runs go on if that is what the order means for them. */
    private void wake(Order order) {
        List<String> paused;
        synchronized (this) {
            boolean wakes = course.isPaused() && (order.verb() == Verb.RESUME || order.verb() == Verb.STOP);
            paused = wakes ? trials.requests(Trial.State.RUNNING) : List.of();
        }
        runs.wake(order, paused);
    }

    private synchronized void write(Order order) {
        LabEvent event = course.event(order, Instant.now());
        journal.append(event);
        course.replay(event);
        notifyAll();
    }

    private void obeyAtOnce() {
        try {
            obey();
        } catch (RuntimeException e) {
            LOG.warn("Campaign {} could not tell its runs; it tries again in a moment", id, e);
        }
    }

    private synchronized void end() {
        LabEvent.CampaignEnded ended = course.end(Instant.now(), trials.size());
        journal.append(ended);
        course.replay(ended);
        trials.abandon(ended.reason());
    }

    synchronized Standing standing() {
        return ledger.standing();
    }

    /** What would be asked now, room for a trial or not. */
    synchronized Asked now() {
        return ledger.now();
    }
}
