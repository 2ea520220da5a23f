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
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
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

    private static final long LONGEST_WAIT = 60;

    private final Orchestrator orchestrator;
    private final Journal journal;
    private final Feed feed;
    private final Index<Row> index;

    /** A run in a list. */
    record Row(
            String id,
            String sequence,
            Run.State state,
            String step,
            String reason,
            String askedBy,
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
        long patience = call.number("wait", 0, LONGEST_WAIT);
        Refused.where(() -> orchestrator.submit(run));
        requireSame(run);
        RunView view = await(run.id(), Duration.ofSeconds(patience));
        return Response.json(isSettled(view) ? 200 : 202, view).located("/api/v1/runs/" + run.id());
    }

    /** A key that was used for something else must not look as if this had been done. */
    private void requireSame(Run run) {
        RunView taken = view(run.id());
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
            RunView view = view(id);
            long left = end - System.nanoTime();
            if (left <= 0 || isSettled(view)) {
                return view;
            }
            feed.awaitAfter(seen, Duration.ofNanos(Math.min(left, 1_000_000_000)));
        }
    }

    /** Whether waiting longer is of no use. */
    private static boolean isSettled(RunView view) {
        return view.state().isFinal() || view.state() == Run.State.RECOVERING;
    }

    /**
     * What became of a run so far.
     *
     * @throws Refused if there is none of that id
     */
    RunView view(String id) {
        Optional<Progress> open = progress(id);
        RunView view = RunView.of(journal.of(id)).orElseThrow(() -> Refused.notFound("There is no run '" + id + "'"));
        return view.state().isFinal() ? view : open.map(view::at).orElse(view);
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
                : new Row(row.id(), row.sequence(), p.state(), p.step(), p.detail(), row.askedBy(), row.begun(), null);
    }

    private static @Nullable Row row(@Nullable Row before, LabEvent event) {
        if (event instanceof LabEvent.RunBegun e) {
            Run run = e.begun();
            return new Row(run.id(), run.sequence().name(), Run.State.RUNNING, "", "", run.askedBy(), e.time(), null);
        }
        if (before != null && event instanceof LabEvent.RunEnded e) {
            return new Row(
                    before.id(),
                    before.sequence(),
                    e.state(),
                    "",
                    e.reason(),
                    before.askedBy(),
                    before.begun(),
                    e.time());
        }
        return before;
    }
}
