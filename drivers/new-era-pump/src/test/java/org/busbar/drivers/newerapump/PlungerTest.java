package org.busbar.drivers.newerapump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PlungerTest {

    private final Plunger plunger = new Plunger(10, 4, 100);

    @Test
    void pumps_at_its_rate_until_the_volume_is_reached() {
        plunger.aim(2);
        plunger.start(0.5);
        plunger.advance(103);
        assertEquals(1.5, plunger.infused(), 1e-12);
        assertTrue(plunger.isMoving());
        plunger.advance(110);
        assertEquals(2, plunger.infused(), 1e-12);
        assertEquals(2, plunger.contents(), 1e-12);
        assertFalse(plunger.isMoving());
        assertFalse(plunger.isBlocked());
    }

    @Test
    void goes_on_with_the_rest_after_a_pause() {
        plunger.aim(2);
        plunger.start(1);
        plunger.advance(101);
        plunger.stop();
        plunger.advance(200);
        assertEquals(1, plunger.infused(), 1e-12);
        plunger.start(1);
        plunger.advance(300);
        assertEquals(2, plunger.infused(), 1e-12);
    }

    @Test
    void is_blocked_by_both_ends_of_the_syringe() {
        plunger.aim(5);
        plunger.start(1);
        plunger.advance(200);
        assertTrue(plunger.isBlocked());
        assertEquals(4, plunger.infused(), 1e-12);
        plunger.aim(11);
        plunger.start(-1);
        plunger.advance(300);
        assertTrue(plunger.isBlocked());
        assertEquals(10, plunger.withdrawn(), 1e-12);
        assertEquals(10, plunger.contents(), 1e-12);
    }

    @Test
    void forgets_what_it_is_told_to() {
        plunger.aim(1);
        plunger.start(1);
        plunger.advance(200);
        plunger.clear(Direction.WITHDRAW);
        assertEquals(1, plunger.infused(), 1e-12);
        plunger.clear(Direction.INFUSE);
        assertEquals(0, plunger.infused());
        assertEquals(3, plunger.contents(), 1e-12);
    }
}
