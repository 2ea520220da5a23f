package org.busbar.optimizers.designs;

import java.util.Optional;
import org.busbar.api.Values;
import org.busbar.api.optimize.Space;
import org.busbar.optimizers.search.numeric.Keyed;
import org.busbar.optimizers.search.space.EncodedSpace;

/** Points drawn independently and evenly over the space. */
final class RandomPoints implements Design {

    @Override
    public Plan on(Ground ground) {
        Keyed random = ground.random().at(4);
        Space space = ground.space();
        boolean plain = space.mixtures().isEmpty() && space.constraints().isEmpty();
        return plain ? box(ground, random) : within(ground, EncodedSpace.of(space), random);
    }

    private static Plan box(Ground ground, Keyed random) {
        Spread spread = new Spread(ground);
        return Sequence.plan("random design", ground, () -> {
            Keyed stream = random.at(0);
            return () -> spread.at(cube(spread.width(), stream));
        });
    }

    private static double[] cube(int width, Keyed stream) {
        double[] cube = new double[width];
        for (int i = 0; i < width; i++) {
            cube[i] = stream.uniform();
        }
        return cube;
    }

    private static Plan within(Ground ground, EncodedSpace space, Keyed random) {
        return Sequence.plan("random design", ground, () -> {
            long[] drawn = {0};
            return () -> Optional.<Values>of(space.decode(space.draw(1, random.at(drawn[0]++))[0]));
        });
    }
}
