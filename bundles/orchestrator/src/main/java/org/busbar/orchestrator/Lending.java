package org.busbar.orchestrator;

import java.time.Duration;
import java.util.Optional;
import org.busbar.plug.Shelf;
import org.jspecify.annotations.Nullable;

/** Borrows plug-ins that calculate, and watches their calls. */
final class Lending {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /** How long a calculation that was told to stop is waited for. */
    private static final Duration BOUND = Duration.ofSeconds(5);

    private static final Duration FOR_EVER = Duration.ofDays(365);

    private Lending() {}

    /** Waits until there is a plug-in of that id. */
    static <T> Shelf.Loan<T> await(Branch branch, String path, Shelf<T> shelf, String kind, String id)
            throws InterruptedException {
        Optional<Shelf.Loan<T>> loan = shelf.borrow(id);
        while (loan.isEmpty()) {
            branch.flush();
            branch.control().tell(path, "waits for the " + kind + " " + id + ": no plug-in brings it");
            shelf.awaitChange(LOOK_AGAIN);
            loan = shelf.borrow(id);
        }
        return loan.get();
    }

    /** Waits until a surrogate or acquisition came or went, a second at most. */
    static void awaitPart(Branch branch, String path, String part) throws InterruptedException {
        branch.flush();
        branch.control().tell(path, "waits for the " + part + ": no plug-in brings it");
        branch.equipment().parts().surrogates().awaitChange(LOOK_AGAIN);
    }

    /**
     * Waits until a call has ended; the answer is why it was given up, null if it has ended by itself.
     *
     * @param timeout zero for none
     * @throws InterruptedException if the run is to end; the call was told to stop
     */
    static @Nullable String watch(Branch branch, Performance call, Duration timeout) throws InterruptedException {
        long start = System.nanoTime();
        Duration patience = timeout.isZero() ? FOR_EVER : timeout;
        while (true) {
            try {
                if (call.await(patience.minusNanos(System.nanoTime() - start))) {
                    return null;
                }
                stop(call, "it took too long");
                return "it had not finished within " + Wording.duration(timeout);
            } catch (InterruptedException e) {
                RunControl control = branch.control();
                if (control.isInterrupting() || control.mode() == RunControl.Mode.HALT) {
                    stop(call, "the run is to end");
                    throw e;
                }
            }
        }
    }

    private static void stop(Performance call, String why) {
        call.interrupt(why);
        call.awaitStop(BOUND);
    }
}
