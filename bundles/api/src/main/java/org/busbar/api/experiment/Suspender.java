package org.busbar.api.experiment;

import java.time.Duration;

/**
 * A condition that pauses a run when it is broken, before its next step, and lets it go on once it has held again for a
 * while.
 *
 * @param settling how long it must hold again
 */
public record Suspender(Condition condition, Duration settling) {}
