package org.busbar.distribution.bench.studies.latp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.busbar.distribution.bench.studies.Data;
import org.busbar.distribution.bench.studies.product.Policies;
import org.junit.jupiter.api.Test;

class CatchTest {

    /** The best at each of the 80 places once. */
    private static final Catch EACH_PLACE =
            new Catch(IntStream.rangeClosed(1, 80).map(t -> t <= 50 ? t : 0).toArray());

    @Test
    void random_draws_give_the_exact_numbers_by_the_convention() {
        assertEquals(0.625, Catch.randomSuccess(), 1e-12);
        assertEquals(34.6875, Catch.randomTries(), 1e-12);
        assertEquals(0.625, EACH_PLACE.success().value(), 1e-12);
        assertEquals(34.6875, EACH_PLACE.tries().value(), 1e-12);
        assertEquals(25.5, EACH_PLACE.triesOfSuccesses(), 1e-12);
    }

    @Test
    void further_tries_leave_out_what_the_first_ones_found() {
        assertEquals((2 + 40) / 2.0, new Catch(new int[] {3, 12, 0}).further(10), 1e-12);
    }

    @Test
    void random_hunts_agree_with_the_exact_numbers() throws Exception {
        Hunt hunt = new Hunt(SyntheticSurface.through(Published.read(Data.folder())));
        int[] found = new int[400];
        for (int seed = 0; seed < found.length; seed++) {
            found[seed] = hunt.run(Policies.random(), 5, 1, seed);
        }
        Catch all = new Catch(found);
        assertEquals(Catch.randomSuccess(), all.success().value(), 4 * Math.sqrt(0.625 * 0.375 / 400));
        assertEquals(Catch.randomTries(), all.tries().value(), 4 * 17 / Math.sqrt(400));
    }

    @Test
    void a_hunt_in_batches_never_tries_more_than_the_cap() throws Exception {
        Hunt hunt = new Hunt(SyntheticSurface.through(Published.read(Data.folder())));
        int most = 0;
        for (long seed = 0; seed < 100; seed++) {
            most = Math.max(most, hunt.run(Policies.random(), 5, 6, seed));
        }
        assertTrue(most > 40 && most <= Hunt.CAP, most + " tries");
    }
}
