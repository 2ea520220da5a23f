package org.busbar.drivers.galil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileTest {

    @ParameterizedTest
    @CsvSource({"0, 100, 10, 20, 10.5", "100, 0, 10, 20, 10.5", "0, 1.25, 10, 20, 0.5", "7, 7, 10, 20, 0"})
    void a_way_takes_as_long_as_its_trapezoid_or_triangle(
            double start, double target, double fastest, double acceleration, double seconds) {
        Profile way = new Profile.Trapezoid(start, target, fastest, acceleration, 50);
        assertEquals(50 + seconds, way.end(), 1e-12);
        assertEquals(start, way.position(50), 1e-9);
        assertEquals(target, way.position(way.end()), 1e-9);
        assertEquals((start + target) / 2, way.position(50 + seconds / 2), 1e-9);
        assertEquals(target, way.position(1000), 1e-9);
        assertEquals(0, way.velocity(1000), 1e-9);
    }

    @Test
    void its_speed_is_the_slope_of_its_position_and_never_above_the_fastest() {
        Profile way = new Profile.Trapezoid(30, -70, 10, 20, 0);
        for (double t = 0.001; t < way.end() - 0.001; t += 0.01) {
            double slope = (way.position(t + 1e-5) - way.position(t - 1e-5)) / 2e-5;
            assertEquals(slope, way.velocity(t), 1e-3);
            assertTrue(Math.abs(way.velocity(t)) <= 10 + 1e-9);
        }
    }

    @Test
    void braking_ends_where_the_parabola_does() {
        Profile stop = new Profile.Braking(5, -10, 20, 3);
        assertEquals(3.5, stop.end(), 1e-12);
        assertEquals(2.5, stop.position(9), 1e-12);
        assertEquals(0, stop.velocity(9), 1e-12);
    }

    @Test
    void a_carriage_is_stopped_by_the_switch_at_the_end_of_its_rail() {
        Carriage carriage = new Carriage(new Carriage.Rail(-10, 50, 0), 20, 0);
        carriage.moveTo(100, 10, 20, 0);
        carriage.advance(2);
        assertTrue(carriage.isMoving());
        assertEquals(0, carriage.stopCode());
        carriage.advance(5);
        assertEquals(50, carriage.position());
        assertEquals(2, carriage.stopCode());
        assertTrue(carriage.atForward());
        assertTrue(carriage.isBlocked(60));
        assertFalse(carriage.isBlocked(40));
    }

    @Test
    void homing_calls_the_place_of_the_switch_0() {
        Carriage carriage = new Carriage(new Carriage.Rail(-10, 50, 5), 20, 20);
        assertEquals(0, carriage.position());
        carriage.home(10, 20, 0, 10);
        carriage.advance(1);
        assertTrue(carriage.position() < 0);
        carriage.advance(10);
        assertEquals(0, carriage.position());
        assertEquals(5, carriage.place());
        assertEquals(10, carriage.stopCode());
    }

    @Test
    void stopping_in_the_middle_keeps_the_place() {
        Carriage carriage = new Carriage(new Carriage.Rail(-10, 500, 5), 0, 0);
        carriage.moveTo(100, 10, 20, 0);
        carriage.advance(2);
        carriage.stop(20, 2);
        carriage.advance(100);
        assertEquals(17.5 + 2.5, carriage.position(), 1e-9);
        assertEquals(4, carriage.stopCode());
    }
}
