package org.busbar.optimizers.forest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.busbar.api.optimize.Space;

/** The points among which the next one is chosen. */
interface Proposals {

    /** Two encoded points nearer than this are the same. */
    double SAME_SQUARED = 1e-18;

    /** In random order; empty only if nothing is left to suggest. */
    List<Proposal> list(Experience experience, SplittableRandom random);

    static Proposals of(Space space, Encoding encoding) {
        return space.candidates().isEmpty() ? new Anywhere(encoding) : new Listed(space, encoding);
    }

    private static boolean isNew(Proposal proposal, List<double[]> tried) {
        return Distance.squaredToNearest(proposal.row(), tried) > SAME_SQUARED;
    }

    /** The candidates of a space that have not been tried. */
    final class Listed implements Proposals {

        private final List<Proposal> all;

        Listed(Space space, Encoding encoding) {
            all = space.candidates().stream()
                    .map(candidate -> new Proposal(encoding.encode(candidate), () -> candidate))
                    .toList();
        }

        @Override
        public List<Proposal> list(Experience experience, SplittableRandom random) {
            List<double[]> tried = experience.tried();
            List<Proposal> open = new ArrayList<>(
                    all.stream().filter(proposal -> isNew(proposal, tried)).toList());
            for (int i = open.size() - 1; i > 0; i--) {
                open.set(i, open.set(random.nextInt(i + 1), open.get(i)));
            }
            return open;
        }
    }

    /** Points drawn from all over a space, and more around the best ones measured. */
    final class Anywhere implements Proposals {

        private static final int DRAWN = 2000;
        private static final int CENTRES = 5;
        private static final int AROUND = 100;
        private static final double[] SIZES = {0.1, 0.03, 0.01};

        private final Encoding encoding;

        Anywhere(Encoding encoding) {
            this.encoding = encoding;
        }

        /** Points tried before come again only where the steps leave no others. */
        @Override
        public List<Proposal> list(Experience experience, SplittableRandom random) {
            List<double[]> tried = experience.tried();
            List<Proposal> all = Stream.concat(encoding.draw(DRAWN, random).stream(), around(experience, random))
                    .map(row -> new Proposal(row, () -> encoding.decode(row)))
                    .toList();
            List<Proposal> untried =
                    all.stream().filter(proposal -> isNew(proposal, tried)).toList();
            return untried.isEmpty() ? all : untried;
        }

        private Stream<double[]> around(Experience experience, SplittableRandom random) {
            List<Double> values = experience.values();
            return IntStream.range(0, values.size())
                    .boxed()
                    .sorted(Comparator.comparing(values::get, Comparator.reverseOrder()))
                    .limit(CENTRES)
                    .map(experience.measured()::get)
                    .flatMap(centre -> IntStream.range(0, AROUND)
                            .mapToObj(i -> encoding.near(centre, random, SIZES[i % SIZES.length])));
        }
    }
}
