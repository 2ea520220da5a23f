package org.busbar.optimizers.bayes.gp;

/**
 * What became of a source of a transfer.
 *
 * @param task its number in the process, or 0 if it was dropped
 * @param correlation with the target, 0 to 1; NaN if it was dropped
 * @param weight share of draws in which it ranks the target rows best, among all sources and the target; NaN if there are
 *     too few target rows to tell
 */
public record SourceFacts(int task, double correlation, double weight) {

    /** Whether it is left out, because it ranks the target rows worse than the target itself. */
    public boolean dropped() {
        return task == 0;
    }
}
