package org.busbar.orchestrator;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.busbar.api.Values;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Station;
import org.busbar.api.link.LinkException;
import org.busbar.api.link.LinkStatus;
import org.busbar.orchestrator.Readiness.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Asks devices whether they are ready before they are given work, and again with back-off while they are not. A device
 * that hangs delays no other.
 */
final class Readying {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BUSY = Duration.ofMillis(50);
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final Resources resources;
    private final Consumer<LabEvent> journal;
    private final Executor threads;
    private final ScheduledExecutorService clock;
    private final Set<Performance> tests = ConcurrentHashMap.newKeySet();

    Readying(Resources resources, Consumer<LabEvent> journal, Executor threads) {
        this.resources = resources;
        this.journal = journal;
        this.threads = threads;
        this.clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "readying");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Asks a device, unless that is done already; comes back at once. */
    void ask(Bench bench) {
        if (bench.isGone()
                || resources.isQuiesced(bench.id())
                || !bench.readiness().startAsking()) {
            return;
        }
        execute(() -> look(bench));
    }

    /** A line was connected or lost: the devices that have it in their settings are asked. Comes back at once. */
    void on(LinkStatus link) {
        for (Bench bench : resources.benches().values()) {
            if (bench.agent().configuration().containsValue(link.uri())) {
                execute(() -> on(link, bench));
            }
        }
    }

    private void on(LinkStatus link, Bench bench) {
        Condition now = bench.readiness().condition();
        if (link.state() == LinkStatus.State.LOST
                && now.isReady()
                && bench.doing().isEmpty()) {
            fail(bench, Detail.OFFLINE, link.reason());
        } else if (link.state() == LinkStatus.State.CONNECTED && heals(now)) {
            ask(bench);
        }
    }

    private static boolean heals(Condition condition) {
        return condition.code().map(Detail::heals).orElse(false);
    }

    /** Says that a device is not fit for work; it is asked again later if that may help. */
    void fail(Bench bench, Detail code, String reason) {
        turn(bench, Condition.of(code, reason));
        if (code.heals()) {
            askLater(bench, bench.readiness().pause());
        }
    }

    private void askLater(Bench bench, Duration pause) {
        if (!clock.isShutdown()) {
            clock.schedule(() -> askUnlessReady(bench), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void askUnlessReady(Bench bench) {
        if (!bench.readiness().condition().isReady()) {
            ask(bench);
        }
    }

    private void look(Bench bench) {
        try {
            if (!bench.tryEnter("is asked whether it is ready")) {
                bench.readiness().stopAsking();
                askLater(bench, BUSY);
                return;
            }
            conclude(bench, test(bench));
        } catch (InterruptedException e) {
            bench.readiness().stopAsking();
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Condition test(Bench bench) throws InterruptedException {
        Performance test = bench.start(() -> {
            bench.device().selfTest();
            return Values.none();
        });
        tests.add(test);
        try {
            await(bench, test);
        } finally {
            tests.remove(test);
        }
        Throwable fault = test.fault();
        return fault == null ? null : condition(bench, fault);
    }

    private void await(Bench bench, Performance test) throws InterruptedException {
        if (!test.await(PATIENCE)) {
            test.interrupt("it took longer than " + Wording.duration(PATIENCE));
            turn(bench, Condition.of(Detail.HUNG, bench.id() + " does not come back from its self-test: look at it"));
            test.awaitStop(FOR_EVER);
        }
    }

    private static Condition condition(Bench bench, Throwable fault) {
        String said = fault.getMessage() == null ? fault.toString() : fault.getMessage();
        if (fault instanceof DeviceException no) {
            return Condition.of(no.detail() == Detail.REFUSED ? Detail.FAULT : no.detail(), said);
        }
        if (fault instanceof LinkException lost && lost.kind() == LinkException.Kind.LOST) {
            return Condition.of(Detail.OFFLINE, said);
        }
        boolean line = fault instanceof IOException || fault instanceof InterruptedException;
        return line
                ? Condition.of(Detail.COMMUNICATION, said)
                : Condition.of(Detail.DRIVER, "the driver of " + bench.id() + " broke down: " + fault);
    }

    private void conclude(Bench bench, @Nullable Condition trouble) {
        bench.readiness().stopAsking();
        if (bench.isGone()) {
            return;
        }
        turn(bench, trouble == null ? Condition.of(Station.State.IDLE) : trouble);
        if (trouble != null) {
            askLater(bench, bench.readiness().pause());
        }
    }

    private void turn(Bench bench, Condition next) {
        boolean changed = bench.readiness().change(next);
        if (changed && !bench.isGone()) {
            journal.accept(
                    new LabEvent.StateChanged(Instant.now(), bench.id(), next.state(), next.code(), next.reason()));
        }
        resources.change();
    }

    private void execute(Runnable work) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException e) {
            clock.shutdownNow(); // the orchestrator is closing: nobody is asked any more
        }
    }

    /** Nobody is asked any more; self-tests under way are interrupted. */
    void close() {
        clock.shutdownNow();
        tests.forEach(test -> test.interrupt("the server stops"));
    }
}
