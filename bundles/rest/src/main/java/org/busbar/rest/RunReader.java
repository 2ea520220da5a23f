package org.busbar.rest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.busbar.api.Values;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Run;
import org.jspecify.annotations.Nullable;

/** Reads the events of a run into a view, keeping one page of its steps only, since a run may have very many. */
final class RunReader {

    private final Page page;
    private final List<RunView.Given> orders = new ArrayList<>();
    private final List<Attempt> kept = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>(); // of the last attempt at a step, if it is kept
    private final Set<String> tried = new HashSet<>(); // steps whose last attempt has no outcome, kept or not
    private final Set<String> doubtful = new HashSet<>(); // steps whose last attempt was not completed, kept or not
    private LabEvent.@Nullable RunBegun begun;
    private LabEvent.@Nullable RunEnded ended;
    private long count;

    /**
     * Which attempts are wanted.
     *
     * @param after the number of the last one that is not
     */
    record Page(long after, int limit) {

        static final Page FIRST = new Page(0, 500);

        static Page of(Call call) {
            return new Page(call.whole("after"), (int) call.whole("limit"));
        }

        boolean has(long number) {
            return number > after && number - after <= limit;
        }
    }

    private RunReader(Page page) {
        this.page = page;
    }

    /** The run these events tell of; empty if they tell of none. Reads the stream to its end and closes it. */
    static Optional<RunView> read(Stream<Recorded> events, Page page) {
        RunReader reader = new RunReader(page);
        try (events) {
            events.forEach(recorded -> reader.take(recorded.event()));
        }
        return Optional.ofNullable(reader.begun).map(reader::view);
    }

    private void take(LabEvent event) {
        if (event instanceof LabEvent.RunBegun e) {
            begun = e;
        } else if (event instanceof LabEvent.RunOrdered e) {
            orders.add(RunView.Given.of(e));
        } else if (event instanceof LabEvent.RunEnded e) {
            ended = e;
        } else {
            ofStep(event);
        }
    }

    private void ofStep(LabEvent event) {
        if (event instanceof LabEvent.StepBegun e) {
            add(Attempt.begun(count + 1, e));
            tried.add(e.step());
            doubtful.remove(e.step());
        } else if (event instanceof LabEvent.StepEnded e) {
            ended(e);
        } else if (event instanceof LabEvent.StepAsked e) {
            asked(e);
        } else if (event instanceof LabEvent.StepSettled e) {
            doubtful.remove(e.step());
            change(e.step(), attempt -> attempt.with(e));
        }
    }

    private void ended(LabEvent.StepEnded e) {
        if (!(e.outcome() instanceof Outcome.Done)) {
            doubtful.add(e.step());
        }
        if (tried.remove(e.step())) {
            change(e.step(), attempt -> attempt.with(e));
        } else {
            add(Attempt.refused(count + 1, e));
        }
    }

    /** Asked about an attempt that is there, or asked by design. */
    private void asked(LabEvent.StepAsked e) {
        if (tried.contains(e.step()) || doubtful.contains(e.step())) {
            change(e.step(), attempt -> attempt.with(e));
        } else {
            add(Attempt.asking(count + 1, e));
            tried.add(e.step());
        }
    }

    private void add(Attempt attempt) {
        count++;
        places.remove(attempt.step());
        if (page.has(count)) {
            places.put(attempt.step(), kept.size());
            kept.add(attempt);
        }
    }

    private void change(String step, UnaryOperator<Attempt> change) {
        Integer place = places.get(step);
        if (place != null) {
            kept.set(place, change.apply(kept.get(place)));
        }
    }

    private RunView view(LabEvent.RunBegun start) {
        Run run = start.begun();
        LabEvent.RunEnded end = ended;
        return new RunView(
                run.id(),
                end == null ? unfinished() : end.state(),
                end == null ? Run.Flag.NONE : end.flag(),
                "",
                end == null ? "" : end.reason(),
                run.askedBy(),
                run.priority(),
                start.time(),
                end == null ? null : end.time(),
                run.sequence(),
                run.inputs(),
                end == null ? Values.none() : end.outputs(),
                List.of(),
                List.copyOf(orders),
                count,
                List.copyOf(kept));
    }

    private Run.State unfinished() {
        return count == 0 ? Run.State.QUEUED : Run.State.RUNNING;
    }
}
