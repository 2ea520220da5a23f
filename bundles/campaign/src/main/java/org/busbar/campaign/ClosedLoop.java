package org.busbar.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Capability;
import org.busbar.api.Values;
import org.busbar.api.broker.Broker;
import org.busbar.api.broker.Request;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.campaign.Standing;
import org.busbar.api.campaign.Trial;
import org.busbar.api.event.Journal;
import org.busbar.api.event.JournalException;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;
import org.busbar.api.experiment.Agent;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Question;
import org.busbar.plug.Shelf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One campaign in its own thread: suggests while there is room, and learns of ends by events. */
final class ClosedLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ClosedLoop.class);
    /** The name under which swaps of the campaign's own plan are written down. */
    private static final String PLAN = "plan";

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final String id;
    private final Campaign campaign;
    private final Instant begun;
    private final Journal journal;
    private final Broker broker;
    private final Shelf<Optimizer> optimizers;
    private final TrialLog trials = new TrialLog(); // guarded by this, as all below
    private String optimizer;
    private int swapsMade;
    private Campaign.State state = Campaign.State.RUNNING;
    private String detail = "begins";

    ClosedLoop(LabEvent.CampaignBegun begun, Journal journal, Broker broker, Shelf<Optimizer> optimizers) {
        this.id = begun.campaign();
        this.campaign = begun.begun();
        this.begun = begun.time();
        this.journal = journal;
        this.broker = broker;
        this.optimizers = optimizers;
        this.optimizer = campaign.optimizer();
    }

    /** Takes in what happened before the server was stopped, and how the requests ended. */
    synchronized void replay(List<Recorded> events) {
        for (Recorded recorded : events) {
            replay(recorded.event());
        }
        for (Trial trial : trials.open()) {
            journal.of(trial.request()).forEach(recorded -> hear(recorded.event()));
        }
    }

    private void replay(LabEvent event) {
        if (event instanceof LabEvent.TrialSuggested suggested) {
            trials.suggested(suggested);
        } else if (event instanceof LabEvent.OptimizerSwapped swapped) {
            swapped(swapped);
        } else if (event instanceof LabEvent.CampaignStopping) {
            state = Campaign.State.STOPPING;
        } else if (event instanceof LabEvent.CampaignEnded ended) {
            state = ended.state();
            detail = ended.reason();
        }
    }

    private void swapped(LabEvent.OptimizerSwapped swapped) {
        optimizer = swapped.to();
        if (swapped.by().equals(PLAN)) {
            swapsMade++;
        }
    }

    /** Is told of every event; takes in the ends of its own requests. */
    synchronized void hear(LabEvent event) {
        boolean mine = false;
        if (event instanceof LabEvent.Resolved resolved) {
            mine = trials.ended(
                    resolved.request(), Trial.State.DONE, resolved.result().outputs(), "");
        } else if (event instanceof LabEvent.Unresolved unresolved) {
            mine = trials.ended(unresolved.request(), Trial.State.FAILED, Values.none(), unresolved.reason());
        }
        if (mine) {
            notifyAll();
        }
    }

    @Override
    public void run() {
        try {
            resubmit();
            while (!isOver()) {
                turnOrWait();
            }
            end();
        } catch (InterruptedException e) {
            LOG.debug("Campaign {} is left open until the server is back", id);
        }
    }

    /** A trial may have been written down without its request getting through. */
    private void resubmit() throws InterruptedException {
        List<Trial> open;
        synchronized (this) {
            open = trials.open();
        }
        for (Trial trial : open) {
            submit(trial.request(), trial.point());
        }
    }

    private synchronized boolean isOver() {
        boolean enough = state == Campaign.State.STOPPING || trials.size() >= campaign.trials();
        return state.isFinal() || enough && trials.running() == 0;
    }

    /** Whatever goes wrong, a full disk for one, holds the campaign up and does not end it. */
    private void turnOrWait() throws InterruptedException {
        try {
            turn();
        } catch (RuntimeException e) {
            LOG.error("Campaign {} is held up", id, e);
            waitFor("waits: " + e.getMessage());
        }
    }

    private void turn() throws InterruptedException {
        Optional<Question> question = question();
        if (question.isPresent()) {
            swapByPlan();
            suggest(question.get());
        }
    }

    /** What to ask the optimizer; waits a while where there is nothing to ask. */
    private synchronized Optional<Question> question() throws InterruptedException {
        int room = Math.min(campaign.parallel() - trials.running(), campaign.trials() - trials.size());
        int known = campaign.reproducible() ? Math.max(0, trials.size() + 1 - campaign.parallel()) : trials.size();
        if (state == Campaign.State.STOPPING || room <= 0 || campaign.reproducible() && !trials.ended(known)) {
            say(state, trials.running() + " trials are being measured");
            wait(LOOK_AGAIN.toMillis());
            return Optional.empty();
        }
        // One at a time: each suggestion knows of the one before, and the journal of each before the next.
        long seed = campaign.seed() * 1_000_003 + trials.size();
        return Optional.of(new Question(campaign.problem(), trials.observed(known), trials.pending(known), 1, seed));
    }

    private void say(Campaign.State where, String what) {
        state = where;
        detail = what;
    }

    private void swapByPlan() {
        Campaign.Swap due = null;
        synchronized (this) {
            if (swapsMade < campaign.swaps().size()
                    && trials.size() >= campaign.swaps().get(swapsMade).after()) {
                due = campaign.swaps().get(swapsMade);
            }
        }
        if (due != null) {
            swap(due.to(), PLAN);
        }
    }

    /**
     * Has another optimizer asked from now on; it is in the journal when this returns.
     *
     * @throws IllegalArgumentException if the campaign has ended
     */
    synchronized void swap(String to, String by) {
        if (state.isFinal()) {
            throw new IllegalArgumentException("Campaign " + id + " has ended; nothing is suggested any more");
        }
        LabEvent.OptimizerSwapped swapped = new LabEvent.OptimizerSwapped(Instant.now(), id, optimizer, to, by);
        journal.append(swapped);
        swapped(swapped);
        notifyAll();
    }

    private void suggest(Question question) throws InterruptedException {
        String name;
        synchronized (this) {
            name = optimizer;
        }
        Optional<Shelf.Loan<Optimizer>> loan = optimizers.borrow(name);
        if (loan.isEmpty()) {
            waitFor("waits for the optimizer " + name + ": no plug-in brings it");
            return;
        }
        try (Shelf.Loan<Optimizer> lent = loan.get()) {
            suggest(question, lent);
        }
    }

    private void suggest(Question question, Shelf.Loan<Optimizer> lent) throws InterruptedException {
        List<Values> points;
        try {
            points = lent.plugin().suggest(question);
            points.forEach(this::requireInSpace);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("Optimizer {} failed in campaign {}", lent.agent().id(), id, e);
            waitFor("waits: the optimizer " + lent.agent().id() + " says " + e.getMessage()
                    + "; swap to another one or mend it");
            return;
        }
        if (points.isEmpty()) {
            nothingLeft(lent.agent().id());
        } else {
            begin(points.get(0), lent.agent());
        }
    }

    private void requireInSpace(Values point) {
        new Capability("suggestion", campaign.problem().space().parameters(), List.of()).check(point);
    }

    private synchronized void nothingLeft(String who) throws InterruptedException {
        if (trials.running() == 0) {
            say(Campaign.State.STOPPING, who + " has nothing left to suggest");
        } else {
            say(Campaign.State.RUNNING, who + " has nothing to suggest until a trial ends");
            wait(LOOK_AGAIN.toMillis());
        }
    }

    private synchronized void waitFor(String what) throws InterruptedException {
        if (!detail.equals(what)) {
            LOG.info("Campaign {} {}", id, what);
        }
        say(Campaign.State.WAITING, what);
        wait(LOOK_AGAIN.toMillis());
    }

    private void begin(Values point, Agent agent) throws InterruptedException {
        String request;
        synchronized (this) {
            int number = trials.size() + 1;
            request = id + "-" + number;
            LabEvent.TrialSuggested suggested =
                    new LabEvent.TrialSuggested(Instant.now(), id, number, point, agent, request);
            record(suggested);
            trials.suggested(suggested);
            say(state == Campaign.State.WAITING ? Campaign.State.RUNNING : state, "trial " + number + " is asked for");
        }
        submit(request, point);
    }

    private void record(LabEvent event) throws InterruptedException {
        while (true) {
            try {
                journal.append(event);
                return;
            } catch (JournalException e) {
                waitFor("waits for the journal: " + e.getMessage());
            }
        }
    }

    /** Asks the broker until it takes the request: who can answer may still be on the way. */
    private void submit(String request, Values point) throws InterruptedException {
        Values inputs = campaign.fixed().with(point);
        Request wanted = new Request(request, campaign.quantity(), campaign.methods(), inputs, "campaign:" + id);
        boolean taken = false;
        while (!taken) {
            try {
                broker.submit(wanted);
                taken = true;
            } catch (IllegalArgumentException | JournalException e) {
                waitFor("waits: " + e.getMessage());
            }
        }
        resumed();
    }

    private synchronized void resumed() {
        if (state == Campaign.State.WAITING) {
            say(Campaign.State.RUNNING, trials.running() + " trials are being measured");
        }
    }

    /** Suggests nothing more; it is in the journal when this returns. */
    synchronized void stop(String by) {
        if (!state.isFinal() && state != Campaign.State.STOPPING) {
            journal.append(new LabEvent.CampaignStopping(Instant.now(), id, by));
            say(Campaign.State.STOPPING, "stopped by " + by + "; open trials end first");
            notifyAll();
        }
    }

    private synchronized void end() throws InterruptedException {
        if (!state.isFinal()) {
            boolean stopped = state == Campaign.State.STOPPING;
            Campaign.State last = stopped ? Campaign.State.STOPPED : Campaign.State.COMPLETED;
            String reason = stopped ? detail : "all " + trials.size() + " trials have ended";
            record(new LabEvent.CampaignEnded(Instant.now(), id, last, reason));
            say(last, reason);
        }
    }

    synchronized Standing standing() {
        return new Standing(
                id,
                campaign,
                state,
                optimizer,
                detail,
                begun,
                new ArrayList<>(trials.all()),
                trials.best(campaign.problem().objectives().get(0)));
    }
}
