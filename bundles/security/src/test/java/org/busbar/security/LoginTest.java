package org.busbar.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.busbar.api.security.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginTest {

    @TempDir
    Path lab;

    private TestKeep test;

    @BeforeEach
    void open() {
        test = new TestKeep(lab);
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void who_knows_the_password_gets_a_token_that_says_who_he_is() {
        String token = test.token("vera");
        assertEquals(
                Set.of(Role.VIEWER),
                test.keep.doorkeeper.admit(token).orElseThrow().roles());
        assertEquals(Optional.of("vera"), test.admitted(token));
    }

    @Test
    void a_wrong_password_and_an_unknown_user_are_told_apart_by_nothing() {
        assertEquals(Optional.empty(), test.login("vera", "wrong horse"));
        assertEquals(Optional.empty(), test.login("nobody", "wrong horse"));
        assertEquals(Optional.empty(), test.login("", ""));
        long known = median("vera", 0);
        long unknown = median("nobody", 10);
        assertTrue(unknown > known / 2 && known > unknown / 2, () -> known + " ns and " + unknown + " ns");
    }

    private long median(String name, int network) {
        long[] times = new long[5];
        for (int i = 0; i < times.length; i++) {
            long begun = System.nanoTime();
            test.keep.doorkeeper.login(name, "wrong " + i, "198.51.100." + (network + i));
            times[i] = System.nanoTime() - begun;
        }
        Arrays.sort(times);
        return times[times.length / 2];
    }

    @Test
    void a_login_ends_with_its_lifetime() {
        String token = test.token("vera");
        test.clock.advance(Duration.ofHours(24).minusSeconds(1));
        assertTrue(test.admitted(token).isPresent());
        test.clock.advance(Duration.ofSeconds(2));
        assertEquals(Optional.empty(), test.admitted(token));
    }

    @Test
    void the_lifetime_is_that_of_the_lab() throws Exception {
        Files.writeString(lab.resolve("security.json"), "{\"login\": {\"hours\": 1}}");
        test.restart();
        String token = test.token("vera");
        test.clock.advance(Duration.ofMinutes(61));
        assertEquals(Optional.empty(), test.admitted(token));
    }

    @Test
    void a_login_outlives_a_restart() {
        String token = test.token("vera");
        test.restart();
        assertEquals(Optional.of("vera"), test.admitted(token));
    }

    @Test
    void a_changed_password_ends_the_logins_and_begins_new_ones() {
        String before = test.token("vera");
        test.put("vera", Set.of(Role.VIEWER), "battery staple");
        assertEquals(Optional.empty(), test.admitted(before));
        assertEquals(Optional.empty(), test.login("vera", TestKeep.PASSWORD));
        String after = test.login("vera", "battery staple").orElseThrow();
        assertEquals(Optional.of("vera"), test.admitted(after));
    }

    @Test
    void a_user_who_is_removed_or_put_to_sleep_is_out_at_once() {
        String token = test.token("vera");
        test.keep.users.put(TestKeep.user("vera", Set.of(Role.VIEWER), false), Optional.empty(), "test");
        assertEquals(Optional.empty(), test.admitted(token));
        assertEquals(Optional.empty(), test.login("vera", TestKeep.PASSWORD));
        test.keep.users.put(TestKeep.user("vera", Set.of(Role.VIEWER), true), Optional.empty(), "test");
        assertEquals(Optional.of("vera"), test.admitted(token));
        test.keep.users.remove("vera", "test");
        assertEquals(Optional.empty(), test.admitted(token));
        test.put("vera", Set.of(Role.VIEWER), TestKeep.PASSWORD);
        assertEquals(Optional.empty(), test.admitted(token), "another user of the same name is another user");
    }

    @Test
    void a_changed_role_counts_at_once() {
        String token = test.token("vera");
        test.keep.users.put(TestKeep.user("vera", Set.of(Role.OPERATOR), true), Optional.empty(), "test");
        assertTrue(test.keep.doorkeeper.admit(token).orElseThrow().has(Role.OPERATOR));
    }

    @Test
    void a_revoked_login_stays_revoked() {
        String token = test.token("vera");
        String id = test.keep
                .logins
                .find(token, Secrets.digest(token))
                .orElseThrow()
                .id();
        assertTrue(test.keep.users.revoke(id, "anna"));
        assertTrue(!test.keep.users.revoke(id, "anna"));
        assertEquals(Optional.empty(), test.admitted(token));
        String next = test.token("vera");
        assertNotEquals(token, next);
        assertEquals(Optional.of("vera"), test.admitted(next));
        test.restart();
        assertEquals(Optional.empty(), test.admitted(token));
    }

    @Test
    void a_login_before_every_call_is_cheap_for_a_minute() {
        String token = test.token("vera");
        long begun = System.nanoTime();
        for (int i = 0; i < 2000; i++) {
            assertEquals(token, test.token("vera"));
        }
        long each = (System.nanoTime() - begun) / 2000;
        assertTrue(each < 1_000_000, () -> each + " ns");
        test.clock.advance(Duration.ofSeconds(61));
        assertNotEquals(token, test.token("vera"));
    }

    @Test
    void what_is_remembered_is_of_no_use_to_who_guesses() {
        test.token("vera");
        for (int i = 0; i < Throttle.FREE_PER_USER; i++) {
            assertEquals(Optional.empty(), test.login("vera", "guess " + i));
        }
        assertThrows(RuntimeException.class, () -> test.login("vera", TestKeep.PASSWORD));
        assertTrue(test.keep
                .doorkeeper
                .login("vera", TestKeep.PASSWORD, "192.0.2.77")
                .isPresent());
    }

    @Test
    void ten_thousand_tokens_are_looked_at_in_a_second() {
        String token = test.token("vera");
        long begun = System.nanoTime();
        for (int i = 0; i < 20_000; i++) {
            assertTrue(test.keep.doorkeeper.admit(token).isPresent());
        }
        long took = System.nanoTime() - begun;
        assertTrue(took < 2_000_000_000L, () -> took + " ns for 20,000");
    }
}
