package org.busbar.testkit;

import org.opentest4j.AssertionFailedError;

/** Fails a test with a sentence and nothing else. */
final class Require {

    private Require() {}

    static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionFailedError(otherwise);
        }
    }
}
