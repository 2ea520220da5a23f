package org.busbar.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.busbar.api.Values;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;
import org.busbar.api.experiment.Orchestrator;
import org.busbar.api.experiment.Progress;
import org.busbar.api.experiment.Run;
import org.busbar.rest.Problem.Kind;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes runs on for clients, and tells what became of them. */
@Component(service = RunDesk.class)
public final class RunDesk {

    static final long LONGEST_WAIT = 60;
    static final String WAIT = "For how many seconds to wait for the end";

    private final Orchestrator orchestrator;
    private final Journal journal;
    private final Feed feed;
    private final Index<Row> index;

    /** A run in a list. */
    record Row(
            String id,
            String sequence,
            Run.State state,
            Run.Flag flag,
            String step,
            String reason,
            String askedBy,
            int priority,
            Instant begun,
            @Nullable Instant ended) {}

    @Activate
    public RunDesk(@Reference Orchestrator orchestrator, @Reference Journal journal, @Reference Feed feed) {
        this.orchestrator = orchestrator;
        this.journal = journal;
        this.feed = feed;
        this.index = new Index<>(journal, Set.of(LabEvent.RunBegun.class, LabEvent.RunEnded.class), RunDesk::row);
    }

    /** The id that a key of the client makes a run or request have; a fresh one if there is no key. */
    static String id(String prefix, Call call) {
        String key = call.header("Idempotency-Key")
                .orElseGet(() -> UUID.randomUUID().toString().substring(0, 13));
        if (!key.matches("[A-Za-z0-9._-]{1,100}")) {
            throw new Refused(
                    Kind.MALFORMED,
                    "Idempotency-Key = '" + key + "' is not 1 to 100 letters, digits, points, dashes and underscores");
        }
        return prefix + key;
    }

    /** Submits a run and waits for it as long as the query says. */
    Response submit(Run run, Call call) throws InterruptedException {
        long patience = call.whole("wait");
        Refused.where(() -> orchestrator.submit(run));
        requireSame(run);
        RunView view = await(run.id(), Duration.ofSeconds(patience));
        return Response.json(isSettled(view.state()) ? 200 : 202, view).located("/api/v1/runs/" + run.id());
    }

    /** A key that was used for something else must not look as if this had been done. */
    private void requireSame(Run run) {
        Run taken = begun(run.id());
        if (!taken.inputs().equals(run.inputs()) || !taken.sequence().equals(run.sequence())) {
            throw Refused.invalid(
                    "",
                    "The Idempotency-Key of run " + run.id()
                            + " was used before for another action or other inputs; use a new key. Nothing was done");
        }
    }

    private RunView await(String id, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            long seen = journal.last();
            boolean goesOn = progress(id).filter(p -> !isSettled(p.state())).isPresent();
            long left = end - System.nanoTime();
            if (left <= 0 || !goesOn && isSettled(view(id).state())) {
                return view(id);
            }
            feed.awaitAfter(seen, Duration.ofNanos(Math.min(left, 1_000_000_000)));
        }
    }

    /** Whether waiting longer is of no use. */
    private static boolean isSettled(Run.State state) {
        return state.isFinal() || state == Run.State.RECOVERING;
    }

    /**
     * The run as it was taken on.
     *
     * @throws Refused if there is none of that id
     */
    Run begun(String id) {
        try (Stream<Recorded> events = journal.stream(id)) {
            return events.map(Recorded::event)
                    .filter(LabEvent.RunBegun.class::isInstance)
                    .findFirst()
                    .map(event -> ((LabEvent.RunBegun) event).begun())
                    .orElseThrow(() -> unknown(id));
        }
    }

    private static Refused unknown(String id) {
        return Refused.notFound("There is no run '" + id + "'");
    }

    /** As {@link #view(String, RunReader.Page)}, with the first steps. */
    RunView view(String id) {
        return view(id, RunReader.Page.FIRST);
    }

    /**
     * What became of a run so far, with a page of its steps.
     *
     * @throws Refused if there is none of that id
     */
    RunView view(String id, RunReader.Page page) {
        Optional<Progress> open = progress(id);
        RunView view = RunReader.read(journal.stream(id), page).orElseThrow(() -> unknown(id));
        return view.state().isFinal() ? view : open.map(view::at).orElse(view);
    }

    /**
     * Where a run stands, in short.
     *
     * @throws Refused if there is none of that id
     */
    Row row(String id) {
        Optional<Progress> open = progress(id);
        return index.of(id).map(row -> at(row, open.orElse(null))).orElseThrow(() -> unknown(id));
    }

    /** The inputs of the last attempt at a step; none if it has not begun. */
    Values lastInputs(String id, String step) {
        try (Stream<Recorded> events = journal.stream(id)) {
            return events.map(Recorded::event)
                    .filter(event ->
                            event instanceof LabEvent.StepBegun e && e.step().equals(step))
                    .reduce((before, last) -> last)
                    .map(event -> ((LabEvent.StepBegun) event).inputs())
                    .orElse(Values.none());
        }
    }

    /** Where a run stands; empty if it has ended. */
    Optional<Progress> progress(String id) {
        return orchestrator.open().stream().filter(p -> p.run().id().equals(id)).findFirst();
    }

    /** Every run, newest first. */
    List<Row> rows() {
        Map<String, Progress> open = orchestrator.open().stream()
                .collect(Collectors.toMap(p -> p.run().id(), Function.identity(), (a, b) -> b));
        return index.newestFirst().stream()
                .map(row -> at(row, open.get(row.id())))
                .toList();
    }

    private static Row at(Row row, @Nullable Progress p) {
        return p == null || row.state().isFinal()
                ? row
                : new Row(
                        row.id(),
                        row.sequence(),
                        p.state(),
                        row.flag(),
                        p.step(),
                        p.detail(),
                        row.askedBy(),
                        row.priority(),
                        row.begun(),
                        null);
    }

    private static @Nullable Row row(@Nullable Row before, LabEvent event) {
        if (event instanceof LabEvent.RunBegun e) {
            return row(e.begun(), e.time());
        }
        return before != null && event instanceof LabEvent.RunEnded e ? ended(before, e) : before;
    }

    private static Row row(Run run, Instant begun) {
        return new Row(
                run.id(),
                run.sequence().name(),
                Run.State.RUNNING,
                Run.Flag.NONE,
                "",
                "",
                run.askedBy(),
                run.priority(),
                begun,
                null);
    }

    private static Row ended(Row before, LabEvent.RunEnded e) {
        return new Row(
                before.id(),
                before.sequence(),
                e.state(),
                e.flag(),
                "",
                e.reason(),
                before.askedBy(),
                before.priority(),
                before.begun(),
                e.time());
    }
}
