package org.busbar.drivers.simdropletcell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TravelTest {

    private static final double VELOCITY = 20;
    private static final double ACCELERATION = 50;

    private static Travel travel(double from, double to) {
        return new Travel(from, to, VELOCITY, ACCELERATION);
    }

    @Test
    void a_long_way_reaches_the_velocity_and_takes_d_by_v_and_v_by_a() {
        Travel travel = travel(5, 45);
        assertEquals(40.0 / 20 + 20.0 / 50, travel.seconds(), 1e-12);
        assertEquals(5 + 4, travel.at(0.4), 1e-12, "v^2/2a after v/a");
        assertEquals(25, travel.at(1.2), 1e-12);
        assertEquals(45 - 4, travel.at(2.0), 1e-12);
    }

    @Test
    void a_short_way_turns_to_braking_half_way_and_takes_two_roots_of_d_by_a() {
        Travel travel = travel(0, 2);
        assertEquals(2 * Math.sqrt(2.0 / 50), travel.seconds(), 1e-12);
        assertEquals(1, travel.at(travel.seconds() / 2), 1e-12);
        assertEquals(0.25, travel.at(0.1), 1e-12);
        assertEquals(1.75, travel.at(0.3), 1e-12);
    }

    @Test
    void the_two_laws_meet_at_v_squared_by_a() {
        assertEquals(0.8, travel(0, 8).seconds(), 1e-12);
        assertEquals(travel(0, 8 - 1e-9).seconds(), travel(0, 8 + 1e-9).seconds(), 1e-9);
    }

    @Test
    void no_way_takes_no_time_and_after_the_end_it_stays() {
        assertEquals(0, travel(3, 3).seconds());
        assertEquals(3, travel(3, 3).at(0));
        assertEquals(-7.3, travel(1.1, -7.3).at(99));
        assertEquals(-7.3, travel(1.1, -7.3).at(travel(1.1, -7.3).seconds()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 2, 8, 9, 70, -0.5, -33})
    void it_never_jumps_nor_exceeds_velocity_and_acceleration(double to) {
        Travel travel = travel(0, to);
        double step = travel.seconds() / 1000;
        double before = 0;
        double velocity = 0;
        for (int i = 1; i <= 1000; i++) {
            double now = (travel.at(i * step) - before) / step;
            assertTrue(now * to >= -1e-9, "turns back at step " + i);
            assertTrue(Math.abs(now) <= VELOCITY * (1 + 1e-9), "too fast: " + now);
            assertTrue(Math.abs(now - velocity) <= ACCELERATION * step * (1 + 1e-6) + 1e-9, "jumps at step " + i);
            velocity = now;
            before = travel.at(i * step);
        }
        assertEquals(to, before, 0);
    }
}
