package org.busbar.analyses.files;

/** Lets work that never blocks be stopped. */
public final class Interruption {

    private Interruption() {}

    /**
     * Passes if the current thread is not told to stop.
     *
     * @throws InterruptedException if it is; it is no longer marked then
     */
    public static void check() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("told to stop while a file was read");
        }
    }
}
