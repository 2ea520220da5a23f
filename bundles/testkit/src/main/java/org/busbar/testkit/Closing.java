package org.busbar.testkit;

/** Does what has to be done at the end of a test, and has the test fail if it does not work. */
final class Closing {

    /** Something that may fail. */
    interface Work {
        void work() throws Exception;
    }

    private Closing() {}

    static void now(Work work) {
        try {
            work.work();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted at the end of the test", e);
        } catch (Exception e) {
            throw new AssertionError("The test could not end: " + e, e);
        }
    }
}
