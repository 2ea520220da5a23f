package org.busbar.distribution.bench.studies.electrolyte;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import org.busbar.distribution.bench.studies.Data;
import org.busbar.distribution.bench.studies.report.Interval;
import org.junit.jupiter.api.Test;

class AccelerationTest {

    @Test
    void a_level_is_reached_between_two_rounds_by_straight_line() {
        assertEquals(12.5, Acceleration.reached(new double[] {4, 3, 1}, 2), 1e-12);
        assertEquals(5, Acceleration.reached(new double[] {4, 3, 1}, 5), 1e-12);
        assertEquals(15, Acceleration.reached(new double[] {4, 3, 1}, 0.5), 1e-12);
    }

    @Test
    void twice_as_fast_is_a_factor_of_two() {
        Trace random = trace(12, 11, 10, 9, 8, 6, 5);
        Trace active = trace(12, 10, 6, 5, 4, 3, 2);
        Interval factor = new Acceleration(List.of(active, active), List.of(random, random)).ofError();
        assertEquals(new Interval(2, 2, 2), factor);
    }

    private static Trace trace(double... errors) {
        List<Double> list = DoubleStream.of(errors).boxed().toList();
        return new Trace(List.of(1, 2), list, list);
    }

    @Test
    void the_copy_of_the_data_holds_ten_temperatures_and_3626_measurements() throws Exception {
        List<Temperature> all = Electrolytes.read(Data.folder());
        assertEquals(10, all.size());
        assertEquals(243.15, all.get(0).kelvin());
        long measured = 0;
        for (Temperature each : all) {
            assertTrue(each.size() == 85 || each.kelvin() == 243.15 && each.size() == 84, each.name());
            for (int i = 0; i < each.size(); i++) {
                measured += each.formulation(i).replicates().size();
            }
        }
        assertEquals(3626, measured);
    }
}
