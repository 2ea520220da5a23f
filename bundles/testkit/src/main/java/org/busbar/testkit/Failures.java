package org.busbar.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.List;
import java.util.Optional;
import org.busbar.api.Values;
import org.busbar.api.device.Detail;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Recovery;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Station;
import org.busbar.api.link.LinkFault;
import org.busbar.api.link.LinkFault.Kind;

/** The table of simulated failures: each has a line fail in one way, and says what must come of it. */
final class Failures {

    /** A failure may hit something to which there is no reply; then it is tried on the next. */
    private static final int TRIES = 4;

    /** The seed with which the first damage is that all highest bits are flipped; below it, a cut and a doubled reply. */
    private static final int FLIPPED = 2;

    /** An answer so late is still in time. */
    private static final double LATE = 2;

    /** An answer so late is too late. */
    private static final double TOO_LATE = 80;

    private Failures() {}

    /** Has a scenario fail, and says whether what came of it is right. */
    interface Row {
        void play(Scenario scenario) throws Exception;
    }

    /** Plays it for each action that failures are to be tried on. */
    static void each(DriverContract contract, Row row) throws Exception {
        for (String action : Trials.failing(contract)) {
            try (Scenario scenario = Scenario.of(contract, action)) {
                row.play(scenario);
            }
        }
    }

    /** Plays it for the first of them, where it is the device that matters and not the action. */
    static void once(DriverContract contract, Row row) throws Exception {
        String action = Trials.failing(contract).get(0);
        try (Scenario scenario = Scenario.of(contract, action)) {
            row.play(scenario);
        }
    }

    /** Plays it for each slow action. */
    static void eachSlow(DriverContract contract, Row row) throws Exception {
        List<String> actions = Trials.slow(contract);
        assumeFalse(actions.isEmpty(), "no action lasts long enough, see slow(action)");
        for (String action : actions) {
            try (Scenario scenario = Scenario.of(contract, action, contract.slowTrial(action))) {
                row.play(scenario);
            }
        }
    }

    /** The instrument says no: the action has failed, the device is as the detail says, and the run tries again. */
    static void refusal(Scenario scenario) throws InterruptedException {
        scenario.inject(LinkFault.once(Kind.FAIL));
        long before = scenario.lab().last();
        String run = scenario.begin(Scenario.AGAIN);
        scenario.requireOutcome(run, Outcome.Failed.class, "the instrument says no");
        Optional<Detail> code = scenario.lab().changes(scenario.station(), before).stream()
                .flatMap(change -> change.code().stream())
                .findFirst();
        Require.that(
                !code.map(Detail::heals).orElse(false),
                "The instrument said no, and the driver takes that for " + code + "; it is REFUSED or FAULT");
        code.ifPresent(fault -> scenario.reset());
        assertEquals(Run.State.COMPLETED, scenario.end(run).state(), "The run was to try again");
    }

    /** It does not answer, but stops: the action was stopped, the device is ready, and a person is asked. */
    static void silence(Scenario scenario) throws InterruptedException {
        for (int count = 1; count <= TRIES; count++) {
            scenario.inject(new LinkFault(Kind.HANG, count, 1, 0, 10));
            String run = scenario.begin(Recovery.WAIT);
            Outcome outcome = scenario.outcome(run);
            scenario.mend();
            if (outcome instanceof Outcome.Done) {
                continue;
            }
            scenario.requireOutcome(run, Outcome.Stopped.class, "the instrument does not answer and is stopped");
            scenario.lab().giveUp(run);
            scenario.works();
            return;
        }
        throw new AssertionError(scenario.action().name()
                + " is done though the instrument does not answer; if it asks nothing, name others in failing()");
    }

    /** It never answers again: nobody knows what it does, and it gets no work until a person has looked. */
    static void death(Scenario scenario) throws Exception {
        scenario.inject(LinkFault.always(Kind.HANG));
        boolean safe = isToldSafe(scenario);
        String run = scenario.begin(Recovery.WAIT);
        if (safe) {
            scenario.requireOutcome(run, Outcome.Stopped.class, "makeSafe needs no answer");
        } else {
            scenario.requireOutcome(run, Outcome.Unknown.class, "the instrument answers nothing at all");
            scenario.awaitState(Station.State.STOPPED);
        }
        scenario.mend();
        scenario.lab().clear(scenario.station());
        scenario.endOrGiveUp(run);
        scenario.works();
    }

    /** Whether a device says that it is safe; fails if it says so though its question was not answered. */
    private static boolean isToldSafe(Scenario scenario) throws Exception {
        long failures = scenario.line().failures();
        Attempt told = Trials.requireAnswer(scenario.device());
        boolean asked = scenario.line().failures() > failures;
        boolean safe = told.fault() == null;
        Require.that(!(safe && asked), "makeSafe was not answered by the instrument, and says that it is safe");
        return safe;
    }

    /** It answers late, but in time: nothing is the matter. */
    static void lateness(Scenario scenario) throws InterruptedException {
        Values before = scenario.works();
        scenario.inject(new LinkFault(Kind.SLOW, 1, 1, 0, LATE));
        scenario.worksAs(before);
    }

    /** It answers too late: as if it had not, and its late answer is not taken for that of another question. */
    static void tooLate(Scenario scenario) throws InterruptedException {
        Values before = scenario.works();
        scenario.inject(new LinkFault(Kind.SLOW, 1, 1, 0, TOO_LATE));
        String run = scenario.begin(Recovery.WAIT);
        Outcome outcome = scenario.outcome(run);
        Require.that(
                outcome instanceof Outcome.Done || outcome instanceof Outcome.Stopped,
                "An answer was late, and the action is " + Scenario.told(outcome));
        scenario.mend();
        scenario.endOrGiveUp(run);
        scenario.worksAs(before);
    }

    /** The line is lost before anything is sent: the device is offline, and the run goes on when it is back. */
    static void lostBefore(Scenario scenario) throws InterruptedException {
        long before = scenario.lab().last();
        scenario.inject(LinkFault.once(Kind.DROP_BEFORE));
        String run = scenario.begin(Recovery.WAIT);
        scenario.awaitChange(before, Station.State.OFFLINE, Detail.OFFLINE);
        scenario.requireOutcome(run, Outcome.Failed.class, "nothing was sent");
        assertEquals(Run.State.COMPLETED, scenario.end(run).state(), "The run was to go on once the line was back");
        scenario.awaitState(Station.State.IDLE);
    }

    /** The reply is lost with the line: nobody knows what the device did, unless it only reads or can tell. */
    static void lostDuring(Scenario scenario) throws InterruptedException {
        long before = scenario.lab().last();
        scenario.inject(LinkFault.once(Kind.DROP_DURING));
        open(scenario, scenario.begin(Recovery.WAIT), before);
        scenario.works();
    }

    /** The line is lost in the middle of an action: the same, also if the next command could not be sent. */
    static void lostInTheMiddle(Scenario scenario) throws InterruptedException {
        long before = scenario.lab().last();
        String run = scenario.begin(Recovery.WAIT);
        scenario.awaitState(Station.State.BUSY);
        Thread.sleep(Trials.MIDDLE.toMillis());
        scenario.inject(LinkFault.once(Kind.DROP_BEFORE));
        open(scenario, run, before);
    }

    private static void open(Scenario scenario, String run, long before) throws InterruptedException {
        Class<? extends Outcome> kind = scenario.action().isReading() ? Outcome.class : Outcome.Unknown.class;
        scenario.requireOutcome(run, kind, "something was sent and the line was lost");
        scenario.awaitChange(before, Station.State.OFFLINE, Detail.OFFLINE);
        scenario.reconnect();
        scenario.awaitState(Station.State.IDLE);
        if (scenario.action().isRepeatable() || scenario.action().probe().isPresent()) {
            scenario.endOrGiveUp(run);
        } else {
            scenario.lab().giveUp(run);
        }
    }

    /** A reply is cut, doubled or flipped: it is not taken for a good one, and the device is ready again by itself. */
    static void damage(Scenario scenario) throws InterruptedException {
        Values before = scenario.works();
        for (int seed = 0; seed < FLIPPED; seed++) {
            damaged(scenario, new LinkFault(Kind.GARBAGE, 1, 1, seed, 10));
            scenario.worksAs(before);
        }
        boolean noticed = damaged(scenario, new LinkFault(Kind.GARBAGE, 1, 1, FLIPPED, 10))
                || damaged(scenario, new LinkFault(Kind.GARBAGE, TRIES, 1, FLIPPED, 10));
        Require.that(noticed, "A reply with every highest bit flipped was taken for a good one");
        scenario.worksAs(before);
    }

    /** Whether the damage was noticed. */
    private static boolean damaged(Scenario scenario, LinkFault damage) throws InterruptedException {
        long start = scenario.lab().last();
        scenario.inject(damage);
        String run = scenario.begin(Recovery.WAIT);
        Outcome outcome = scenario.outcome(run);
        scenario.mend();
        if (outcome instanceof Outcome.Failed || outcome instanceof Outcome.Unknown) {
            scenario.awaitChange(start, Station.State.ERROR, Detail.COMMUNICATION);
            scenario.reset(); // so that nobody has to wait until it is asked by itself
        }
        scenario.endOrGiveUp(run);
        scenario.awaitState(Station.State.IDLE);
        return !(outcome instanceof Outcome.Done);
    }

    /** Another instrument is on the line: the device gets no work until the right one is back. */
    static void impostor(Scenario scenario) throws InterruptedException {
        long before = scenario.lab().last();
        scenario.inject(LinkFault.always(Kind.WRONG_DEVICE));
        scenario.reconnect();
        scenario.reset();
        scenario.awaitChange(before, Station.State.ERROR, Detail.IDENTITY_MISMATCH);
        String run = scenario.begin(Recovery.WAIT);
        Thread.sleep(Trials.MIDDLE.toMillis());
        Require.that(!scenario.lab().hasBegun(run), "Another instrument was given work");
        scenario.mend();
        scenario.reconnect();
        scenario.reset();
        assertEquals(Run.State.COMPLETED, scenario.end(run).state(), "The right instrument was to do the work");
    }
}
