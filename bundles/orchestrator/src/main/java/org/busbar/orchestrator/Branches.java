package org.busbar.orchestrator;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.busbar.api.experiment.Step;
import org.jspecify.annotations.Nullable;

/** Does the branches of a parallel step, each in a thread of its own. */
final class Branches {

    private final Branch branch;
    private final Frame frame;
    private final List<Throwable> faults = new ArrayList<>(); // guarded by this

    Branches(Branch branch, Frame frame) {
        this.branch = branch;
        this.frame = frame;
    }

    /** Returns when all have ended. */
    void all(Step.Parallel parallel) throws InterruptedException {
        branch.flush();
        CountDownLatch ended = new CountDownLatch(parallel.branches().size());
        for (List<Step> steps : parallel.branches()) {
            branch.equipment().threads().execute(() -> one(steps, ended));
        }
        await(ended);
        Throwable fault = first();
        if (fault instanceof StepFailed failed) {
            throw failed;
        }
        if (fault instanceof RuntimeException unexpected) {
            throw unexpected;
        }
        if (fault instanceof Error unexpected) {
            throw unexpected;
        }
        if (fault != null) {
            throw new InterruptedException("The run is to end");
        }
    }

    private void one(List<Step> steps, CountDownLatch ended) {
        RunControl control = branch.control();
        control.enter();
        Branch mine = branch.fork();
        try {
            new Interpreter(mine).steps(steps, frame);
        } catch (StepFailed e) {
            fault(e);
            control.tell(RunControl.Mode.FAIL, e.reason());
        } catch (InterruptedException | RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            fault(e);
        } finally {
            mine.flush();
            control.leave();
            ended.countDown();
        }
    }

    private synchronized void fault(Throwable fault) {
        faults.add(fault);
    }

    /** A failed step before anything unexpected before an end that was asked for. */
    private synchronized @Nullable Throwable first() {
        return faults.stream()
                .min(java.util.Comparator.comparing(
                        fault -> fault instanceof StepFailed ? 0 : fault instanceof InterruptedException ? 2 : 1))
                .orElse(null);
    }

    /** The branches hear themselves when the run is to end; this only waits for them. */
    private static void await(CountDownLatch ended) {
        boolean interrupted = false;
        while (true) {
            try {
                ended.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
