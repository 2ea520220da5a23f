package org.busbar.orchestrator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.busbar.api.experiment.SafetyStop;

/** Tells all devices at once to make themselves safe, each on a thread of its own and within a bound. */
final class SafetyRound {

    private static final Duration BOUND = Duration.ofSeconds(5);

    private SafetyRound() {}

    static List<SafetyStop> through(Collection<Bench> benches) {
        long end = System.nanoTime() + BOUND.toNanos();
        List<Bench> told = List.copyOf(benches);
        List<CompletableFuture<Void>> calls =
                told.stream().map(SafetyRound::call).toList();
        List<SafetyStop> answers = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            answers.add(answer(told.get(i).agent().id(), calls.get(i), end));
        }
        return answers;
    }

    private static CompletableFuture<Void> call(Bench bench) {
        CompletableFuture<Void> call = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> makeSafe(bench, call), "safety-stop-" + bench.agent().id());
        thread.setDaemon(true);
        thread.start();
        return call;
    }

    private static void makeSafe(Bench bench, CompletableFuture<Void> call) {
        try {
            bench.device().makeSafe();
            call.complete(null);
        } catch (Exception | LinkageError e) {
            call.completeExceptionally(e);
        }
    }

    private static SafetyStop answer(String device, CompletableFuture<Void> call, long end) {
        try {
            call.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            return new SafetyStop(device, true, device + " says it is safe");
        } catch (TimeoutException e) {
            return new SafetyStop(
                    device, false, device + " has not answered within " + BOUND.toSeconds() + " s: go and look");
        } catch (ExecutionException e) {
            return new SafetyStop(device, false, device + " could not make itself safe: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SafetyStop(device, false, device + ": nobody waited for its answer; go and look");
        }
    }
}
