package org.busbar.optimizers.classify;

import java.util.stream.IntStream;
import org.busbar.optimizers.search.numeric.Keyed;

/** How well a classifier does on examples it has not seen. */
final class HeldOut {

    private static final int PARTS = 5;

    private HeldOut() {}

    /** The share of labels found when each of five random parts of the examples is left out of the learning; at least two examples. */
    static double accuracy(Examples examples, Classifier classifier, Keyed random) {
        int[] order = random.permutation(examples.size());
        int found = 0;
        for (int part = 0; part < Math.min(PARTS, order.length); part++) {
            int out = part;
            Examples rest = examples.at(IntStream.range(0, order.length)
                    .filter(i -> i % PARTS != out)
                    .map(i -> order[i])
                    .toArray());
            Committee committee = classifier.fit(rest, random.at(part));
            found += (int) IntStream.range(0, order.length)
                    .filter(i -> i % PARTS == out)
                    .filter(i -> committee.at(examples.rows()[order[i]]).label() == examples.labels()[order[i]])
                    .count();
        }
        return (double) found / examples.size();
    }
}
