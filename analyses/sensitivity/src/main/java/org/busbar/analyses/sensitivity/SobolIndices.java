package org.busbar.analyses.sensitivity;

import java.util.ArrayList;
import java.util.List;

/**
 * Shares of the variance of an output.
 *
 * @param first S of each input: what the input explains by itself
 * @param total ST of each input: what it explains by itself and together with others
 * @param second S of each pair, in the order of {@link #pairs}: what both explain together only; empty if not wanted
 */
record SobolIndices(Estimates first, Estimates total, Estimates second) {

    /** Nothing estimated. */
    static SobolIndices none() {
        return new SobolIndices(Estimates.none(), Estimates.none(), Estimates.none());
    }

    /**
     * Estimates the indices.
     *
     * @throws InterruptedException if told to stop
     */
    static SobolIndices of(SobolRuns runs, Bootstrap bootstrap) throws InterruptedException {
        int k = runs.design().inputs();
        Estimates all = bootstrap.of(runs.blocks(), new SobolProducts(runs)::indices);
        return new SobolIndices(all.part(0, k), all.part(k, 2 * k), all.part(2 * k, all.size()));
    }

    /** The names of the pairs, such as {@code x1*x2}. */
    static List<String> pairs(List<String> names) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                pairs.add(names.get(i) + "*" + names.get(j));
            }
        }
        return pairs;
    }
}
