package org.busbar.optimizers.forest;

import java.util.List;
import java.util.SplittableRandom;
import org.busbar.api.Values;
import org.busbar.api.optimize.Column;
import org.busbar.api.optimize.Space;

/** Points of a space as rows of numbers in about [0, 1], and back. */
interface Encoding {

    /** What the numbers of a row are. */
    List<Column> columns();

    double[] encode(Values point);

    Values decode(double[] row);

    /** Rows drawn uniformly over the space, on step. */
    List<double[]> draw(int count, SplittableRandom random);

    /** A row near another one, on step; {@code size} is a standard deviation as a share of each range. */
    double[] near(double[] row, SplittableRandom random, double size);

    static Encoding of(Space space) {
        boolean plain = space.mixtures().isEmpty()
                && space.constraints().isEmpty()
                && space.scales().isEmpty();
        return plain ? new PlainEncoding(space) : new StructuredEncoding(space);
    }
}
