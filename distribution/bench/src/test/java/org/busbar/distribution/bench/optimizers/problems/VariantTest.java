package org.busbar.distribution.bench.optimizers.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.busbar.distribution.bench.optimizers.statistics.Sample;
import org.junit.jupiter.api.Test;

class VariantTest {

    private static Variant variant(String name) {
        return Data.problems().variant(name);
    }

    @Test
    void budgets_are_those_of_the_protocol() {
        assertEquals(40, variant("pvlab_p3ht").budget());
        assertEquals(30, variant("branin").budget());
        assertEquals(30, variant("hartmann3").budget());
        assertEquals(50, variant("hartmann6:noise5").budget());
        assertEquals(50, variant("edboplus_yield_cost").budget());
        assertEquals(40, variant("mixture4").budget());
        assertEquals(45, variant("branin:q4").budget());
        assertEquals(10, variant("branin:q4").suggestions(5));
        assertEquals(40, variant("branin:async4").suggestions(5));
    }

    @Test
    void noise_has_five_percent_of_the_spread_and_hangs_on_problem_seed_and_evaluation() {
        Variant noisy = variant("pvlab_p3ht:noise5");
        double[] noise = IntStream.range(0, 2000)
                .mapToDouble(i -> noisy.noise(i % 40, i / 40))
                .toArray();
        assertEquals(
                0.05 * noisy.problem().spread(),
                Sample.deviation(noise),
                0.05 * 0.05 * noisy.problem().spread());
        assertEquals(0, Sample.mean(noise), 0.005 * noisy.problem().spread());
        assertEquals(noisy.noise(1, 2), variant("pvlab_p3ht:noise5:q4").noise(1, 2));
        assertNotEquals(noisy.noise(1, 2), noisy.noise(2, 1));
        assertEquals(0, variant("pvlab_p3ht").noise(1, 2));
    }

    @Test
    void unknown_problems_and_suffixes_are_refused() {
        for (String name : List.of(
                "nothing", "branin:noise6", "branin:", "zdt1:noise5", "branin:q4:async4", "branin:noise5:noise5")) {
            assertThrows(IllegalArgumentException.class, () -> variant(name), name);
        }
    }

    @Test
    void the_cases_for_speed_are_those_of_the_protocol() {
        List<SpeedCase> cases = SpeedCase.all(Data.problems());
        assertEquals(
                List.of(
                        "d6 n20 q1 m1",
                        "d6 n50 q1 m1",
                        "d6 n100 q1 m1",
                        "d6 n200 q1 m1",
                        "d6 n500 q1 m1",
                        "d6 n100 q4 m1",
                        "d6 n50 q1 m2",
                        "d6 n100 q1 m2",
                        "d6 n50 q1 m3",
                        "pool of 17982"),
                cases.stream().map(SpeedCase::name).toList());
        assertEquals(500, cases.get(4).told().stream().distinct().count());
        assertEquals(3, cases.get(8).values(cases.get(8).told().get(0)).size());
        assertEquals(
                cases.get(0).values(cases.get(0).told().get(3)),
                cases.get(0).values(cases.get(0).told().get(3)));
    }
}
