package org.busbar.orchestrator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Unit;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Provenance;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;
import org.busbar.api.optimize.Observation;

/** Goes through the steps of a sequence in one thread, and through branches in more. What is done already is passed. */
final class Interpreter {

    private final Branch branch;

    Interpreter(Branch branch) {
        this.branch = branch;
    }

    /**
     * Does all steps in order.
     *
     * @throws StepFailed if one has failed for good
     * @throws InterruptedException if the run is to end
     */
    void steps(List<Step> steps, Frame frame) throws InterruptedException {
        for (Step step : steps) {
            step(step, frame);
        }
    }

    private void step(Step step, Frame frame) throws InterruptedException {
        if (step instanceof Step.Act act) {
            keep(step, frame, new Acting(branch, act, frame).untilDone());
        } else if (step instanceof Step.Analyse analyse) {
            keep(step, frame, new Analysing(branch, analyse, frame).untilDone());
        } else if (step instanceof Step.Suggest suggest) {
            keep(step, frame, new Suggesting(branch, suggest, frame).untilDone());
        } else if (step instanceof Step.Ask ask) {
            keep(step, frame, new Asking(branch, ask, frame).untilDone());
        } else if (step instanceof Step.Wait wait) {
            new Waiting(branch, wait, frame).untilDone();
        } else {
            block(step, frame);
        }
    }

    private static void keep(Step step, Frame frame, Values outputs) {
        if (!outputs.isEmpty()) {
            frame.done().put(step.id(), outputs);
        }
    }

    private void block(Step step, Frame frame) throws InterruptedException {
        if (step instanceof Step.Nested nested) {
            keep(step, frame, nested(nested, frame));
        } else if (step instanceof Step.Parallel parallel) {
            new Branches(branch, frame).all(parallel);
        } else if (step instanceof Step.Repeat repeat) {
            keep(step, frame, repeat(repeat, frame));
        } else if (step instanceof Step.Choose choose) {
            steps(holds(choose, frame) ? choose.then() : choose.otherwise(), frame);
        } else {
            new Using(branch, (Step.Use) step, frame).run(this);
        }
    }

    private Values nested(Step.Nested nested, Frame frame) throws InterruptedException {
        String path = frame.path(nested.id());
        Values past = branch.history().take(path).done();
        if (past != null) {
            return past;
        }
        Sequence sequence = nested.sequence();
        Values given = frame.values(nested.inputs(), branch.equipment().readings());
        Frame inside = Frame.of(frame, sequence, given, path + "/", branch.history());
        steps(sequence.steps(), inside);
        return ended(
                path,
                sequence.name(),
                inside.values(sequence.outputs(), branch.equipment().readings()));
    }

    /** Writes down that a step that holds others is done. */
    Values ended(String path, String what, Values outputs) {
        Provenance made = new Provenance(path, Agent.ORCHESTRATOR, what, Values.none(), Instant.now(), Instant.now());
        branch.end(path, Made.of(new Outcome.Done(outputs, made), false));
        return outputs;
    }

    /** What was decided is written down, for a channel may show something else after a restart. */
    private boolean holds(Step.Choose choose, Frame frame) throws InterruptedException {
        String path = frame.path(choose.id());
        Values past = branch.history().take(path).done();
        if (past != null) {
            return past.get("holds").equals(new Text("true"));
        }
        boolean holds = known(path, () -> branch.conditions().holds(choose.condition(), frame));
        ended(path, "choose", Values.of("holds", new Text(String.valueOf(holds))));
        return holds;
    }

    /** Something that may wait for a channel, and may turn out not to be there. */
    private interface Look<T> {
        T look() throws InterruptedException;
    }

    private static <T> T known(String path, Look<T> look) throws InterruptedException {
        try {
            return look.look();
        } catch (IllegalArgumentException e) {
            throw new StepFailed(path, String.valueOf(e.getMessage()));
        }
    }

    private Values repeat(Step.Repeat repeat, Frame frame) throws InterruptedException {
        String path = frame.path(repeat.id());
        Values past = branch.history().take(path).done();
        if (past != null) {
            recall(repeat, path, branch.history().pass(path), frame);
            return past;
        }
        Value wanted =
                known(path, () -> frame.value(repeat.times(), branch.equipment().readings()));
        long times = times(wanted, path);
        int first = branch.history().pass(path);
        Map<String, List<Observation>> observed = taught(repeat, path, first);
        Map<String, Values> before = first > 1 ? recall(repeat, path, first - 1, frame) : Map.of();
        Set<String> ids = ids(repeat);
        int pass = first;
        for (; pass <= times; pass++) {
            ids.forEach(frame.done()::remove);
            Frame inside = frame.inPass(repeat.id(), pass, before, observed);
            steps(repeat.steps(), inside);
            before = frame.snapshot(ids);
            learn(repeat, before, observed);
            if (repeat.until().isPresent()
                    && known(
                            path, () -> branch.conditions().holds(repeat.until().get(), inside))) {
                break;
            }
        }
        return ended(path, "repeat", Values.of("passes", Quantity.of(Math.min(pass, times), "1")));
    }

    private static long times(Value value, String path) {
        double times = value instanceof Quantity quantity ? quantity.in(Unit.ONE) : Double.NaN;
        if (!(times >= 1) || times % 1 != 0) {
            throw new StepFailed(path, value + " is not a number of passes: give a whole number from 1");
        }
        return (long) times;
    }

    private static Set<String> ids(Step.Repeat repeat) {
        Set<String> ids = new java.util.LinkedHashSet<>();
        Blocks.each(repeat.steps(), step -> ids.add(step.id()));
        return ids;
    }

    /** What a pass gave before the server was stopped, which is done now as far as the steps after it are concerned. */
    private Map<String, Values> recall(Step.Repeat repeat, String path, int pass, Frame frame) {
        Map<String, Values> outputs = new HashMap<>();
        Blocks.each(repeat.steps(), step -> {
            Values done =
                    branch.history().past(Paths.pass(path, pass) + step.id()).done();
            if (done != null) {
                outputs.put(step.id(), done);
                keep(step, frame, done);
            }
        });
        return outputs;
    }

    /** What the passes before {@code first} have taught. */
    private Map<String, List<Observation>> taught(Step.Repeat repeat, String path, int first) {
        Map<String, List<Observation>> observed = new HashMap<>();
        for (Step.Suggest suggest : Lessons.within(repeat.steps())) {
            List<Observation> lessons = new ArrayList<>();
            for (int pass = 1; pass < first; pass++) {
                String prefix = Paths.pass(path, pass);
                Values point = branch.history().learned(prefix + suggest.id()).done();
                if (point != null) {
                    lessons.add(Lessons.of(suggest, point, id -> branch.history()
                            .learned(prefix + id)
                            .done()));
                }
            }
            observed.put(suggest.id(), lessons);
        }
        return observed;
    }

    private static void learn(
            Step.Repeat repeat, Map<String, Values> outputs, Map<String, List<Observation>> observed) {
        for (Step.Suggest suggest : Lessons.within(repeat.steps())) {
            Values point = outputs.get(suggest.id());
            if (point != null) {
                observed.computeIfAbsent(suggest.id(), id -> new ArrayList<>())
                        .add(Lessons.of(suggest, point, outputs::get));
            }
        }
    }
}
