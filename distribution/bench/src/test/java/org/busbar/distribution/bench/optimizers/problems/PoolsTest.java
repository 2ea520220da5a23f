package org.busbar.distribution.bench.optimizers.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.distribution.bench.optimizers.metrics.BestValue;
import org.busbar.distribution.bench.optimizers.metrics.HypervolumeGap;
import org.busbar.distribution.bench.optimizers.metrics.TopShare;
import org.busbar.distribution.bench.optimizers.statistics.Sample;
import org.busbar.distribution.bench.optimizers.statistics.SplitMix64;
import org.busbar.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PoolsTest {

    private static Pool pool(String name) {
        return (Pool) Data.problems().variant(name).problem();
    }

    private static JsonNode described() throws IOException {
        return Json.mapper()
                .readTree(Files.readString(Data.folder().resolve("pools").resolve("pools.json")));
    }

    @Test
    void best_median_rows_and_spread_are_as_described() throws IOException {
        int compared = 0;
        for (JsonNode each : described().get("pools")) {
            if (!Data.problems().names().contains(each.get("name").asString())) {
                continue;
            }
            Pool pool = pool(each.get("name").asString());
            double sign = each.get("objective").get("goal").asString().equals("min") ? -1 : 1;
            BestValue yardstick = (BestValue) pool.yardstick();
            double best = sign * each.get("best").asDouble();
            assertEquals(each.get("rows").asInt(), pool.size(), pool.name());
            assertEquals(best, yardstick.best(), 1e-6 * Math.abs(best), pool.name());
            assertEquals(best - sign * each.get("median").asDouble(), yardstick.scale(), 1e-5 * yardstick.scale());
            assertEquals(best - Sample.median(pool.values()), yardstick.scale(), 0.03 * yardstick.scale(), pool.name());
            assertEquals(each.get("sd_of_pool").asDouble(), pool.spread(), 1e-5 * pool.spread(), pool.name());
            TopShare top = TopShare.of(pool.values());
            assertTrue(top.count() >= each.get("top5pct_count").asInt()
                    && top.count() <= each.get("top5pct_count").asInt() + 1);
            compared++;
        }
        assertEquals(15, compared);
    }

    @Test
    void all_problems_of_the_protocol_are_there() {
        ProblemSet.PROTOCOL.forEach(name -> Data.problems().variant(name));
        List.of(
                        "hte_electrolyte_T243",
                        "hte_electrolyte_T273",
                        "hte_electrolyte_T333",
                        "edboplus_yield_cost",
                        "zdt1",
                        "dtlz2",
                        "mixture4",
                        "physbo_grain_boundary")
                .forEach(name -> Data.problems().variant(name));
    }

    @Test
    void the_pool_of_two_objectives_has_its_measured_hypervolume() {
        HypervolumeGap gap = (HypervolumeGap) pool("edboplus_yield_cost").yardstick();
        assertEquals(45.855144970199994, gap.largest(), 1e-9);
        assertEquals(2, pool("edboplus_yield_cost").problem().objectives().size());
    }

    @Test
    void kinds_of_columns_become_kinds_of_parameters() {
        List<Parameter> suzuki = pool("olympus_suzuki_i").problem().space().parameters();
        assertTrue(suzuki.get(0) instanceof Parameter.Choice);
        assertTrue(suzuki.get(1) instanceof Parameter.Real);
        Parameter.Real content = (Parameter.Real)
                pool("pvlab_p3ht").problem().space().parameters().get(0);
        assertEquals(0, content.min());
        assertEquals(100, content.max());
        Parameter.Real share = (Parameter.Real)
                pool("olympus_photo_wf3").problem().space().parameters().get(0);
        assertEquals(1, share.max());
    }

    @Test
    void a_minimum_is_negated() {
        Pool photo = pool("olympus_photo_wf3");
        assertEquals(-0.004447, ((BestValue) photo.yardstick()).best(), 1e-6);
    }

    @Test
    void every_candidate_is_found_by_its_row_and_others_are_refused() {
        Pool pool = pool("direct_arylation");
        for (int row = 0; row < pool.size(); row += 100) {
            assertEquals(row, pool.row(pool.candidate(row)));
        }
        assertThrows(IllegalArgumentException.class, () -> pool.outcome(Values.none()));
    }

    @Test
    void first_rows_and_points_are_those_of_the_stated_rule() {
        SplitMix64 rows = new SplitMix64(1000003L * 7 + 17);
        int[] order = IntStream.range(0, 85).toArray();
        for (int i = 0; i < 5; i++) {
            int j = i + rows.nextInt(order.length - i);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
            assertEquals(order[i], pool("hte_electrolyte_T293").startRows(7, 5).get(i));
        }
        SplitMix64 points = new SplitMix64(7919L * 3 + 6);
        for (double[] point : Data.problems().designs().points(6, 3, 5)) {
            for (double u : point) {
                assertEquals(points.nextDouble(), u, 1e-12);
            }
        }
    }

    @Test
    void a_seed_without_first_points_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> pool("pvlab_p3ht").start(50, 5));
        assertThrows(
                IllegalArgumentException.class, () -> Data.problems().designs().points(6, -1, 5));
        assertThrows(
                IllegalArgumentException.class, () -> Data.problems().designs().points(7, 0, 5));
    }
}
