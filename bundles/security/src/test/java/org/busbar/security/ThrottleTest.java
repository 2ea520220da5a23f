package org.busbar.security;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.busbar.api.security.TooManyAttempts;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private final TestClock clock = new TestClock();
    private final Throttle throttle = new Throttle(clock);

    private void fail(int times, String name, String address) {
        for (int i = 0; i < times; i++) {
            throttle.failed(name, address);
        }
    }

    private Duration delay(String name, String address) {
        return assertThrows(TooManyAttempts.class, () -> throttle.checkUser(name, address))
                .delay();
    }

    @Test
    void the_first_ones_are_free_and_then_the_wait_doubles_up_to_five_minutes() {
        fail(4, "vera", "192.0.2.1");
        throttle.checkUser("vera", "192.0.2.1");
        fail(1, "vera", "192.0.2.1");
        assertEquals(Duration.ofSeconds(1), delay("vera", "192.0.2.1"));
        fail(3, "vera", "192.0.2.1");
        assertEquals(Duration.ofSeconds(8), delay("vera", "192.0.2.1"));
        fail(50, "vera", "192.0.2.1");
        assertEquals(Duration.ofMinutes(5), delay("vera", "192.0.2.1"));
        clock.advance(Duration.ofMinutes(5));
        throttle.checkUser("vera", "192.0.2.1");
    }

    @Test
    void other_users_and_other_addresses_do_not_wait() {
        fail(20, "vera", "192.0.2.1");
        assertDoesNotThrow(() -> throttle.checkUser("vera", "192.0.2.2"));
        assertDoesNotThrow(() -> throttle.checkUser("anna", "192.0.2.1"));
        assertDoesNotThrow(() -> throttle.checkAddress("192.0.2.1"));
    }

    @Test
    void who_tries_many_names_waits_with_all_of_them() {
        for (int i = 0; i < Throttle.FREE_PER_ADDRESS; i++) {
            throttle.failed("user" + i, "2001:db8:0:1:0:0:0:" + Integer.toHexString(i));
        }
        assertThrows(TooManyAttempts.class, () -> throttle.checkAddress("2001:db8:0:1:ffff:0:0:1"));
        assertDoesNotThrow(() -> throttle.checkAddress("2001:db8:0:2:0:0:0:1"));
    }

    @Test
    void a_right_password_and_a_quarter_of_an_hour_forget() {
        fail(8, "vera", "192.0.2.1");
        throttle.succeeded("vera", "192.0.2.1");
        fail(4, "vera", "192.0.2.1");
        assertDoesNotThrow(() -> throttle.checkUser("vera", "192.0.2.1"));
        clock.advance(Duration.ofMinutes(16));
        fail(4, "vera", "192.0.2.1");
        assertDoesNotThrow(() -> throttle.checkUser("vera", "192.0.2.1"));
    }

    @Test
    void a_flood_of_names_does_not_fill_the_memory() {
        for (int i = 0; i < 30_000; i++) {
            throttle.failed("user" + i, "192.0.2.1");
        }
        assertDoesNotThrow(() -> throttle.checkUser("user1", "192.0.2.1"), "forgotten as the oldest");
        assertThrows(TooManyAttempts.class, () -> throttle.checkAddress("192.0.2.1"));
    }

    @Test
    void the_refusal_says_how_long_to_wait() {
        fail(7, "vera", "192.0.2.1");
        String message = assertThrows(TooManyAttempts.class, () -> throttle.checkUser("vera", "192.0.2.1"))
                .getMessage();
        assertTrue(message.contains("4 s"), message);
    }
}
