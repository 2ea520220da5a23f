package org.busbar.optimizers.forest;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.busbar.api.Values;
import org.busbar.api.optimize.Column;
import org.busbar.api.optimize.Space;
import org.busbar.optimizers.search.numeric.Keyed;
import org.busbar.optimizers.search.space.EncodedSpace;

/** An encoding of a space with mixtures, constraints or scales. */
final class StructuredEncoding implements Encoding {

    private final EncodedSpace space;

    /** @throws IllegalArgumentException if the space has no point */
    StructuredEncoding(Space space) {
        this.space = EncodedSpace.of(space);
    }

    @Override
    public List<Column> columns() {
        return space.columns();
    }

    @Override
    public double[] encode(Values point) {
        return space.encode(point);
    }

    @Override
    public Values decode(double[] row) {
        return space.decode(row);
    }

    @Override
    public List<double[]> draw(int count, SplittableRandom random) {
        return Arrays.asList(space.draw(count, Keyed.of(random.nextLong())));
    }

    @Override
    public double[] near(double[] row, SplittableRandom random, double size) {
        return space.near(row, size, Keyed.of(random.nextLong()));
    }
}
