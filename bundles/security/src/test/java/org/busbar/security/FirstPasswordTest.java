package org.busbar.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.busbar.api.security.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstPasswordTest {

    private static final Pattern SENTENCE = Pattern.compile("Log in as '(\\w+)' with the password ([a-z2-9-]{29}) ");

    @TempDir
    Path lab;

    private final TestClock clock = new TestClock();
    private final List<String> console = new ArrayList<>();
    private Keep keep;

    @BeforeEach
    void start() {
        keep = new Keep(lab, clock, console::add);
        keep.welcome();
    }

    @AfterEach
    void stop() {
        keep.close();
    }

    private void restart() {
        stop();
        start();
    }

    private String told() {
        Matcher sentence = SENTENCE.matcher(console.get(console.size() - 1));
        assertTrue(sentence.find(), console::toString);
        return sentence.group(2);
    }

    private boolean mayLogIn(String name, String password) {
        return keep.doorkeeper.login(name, password, "192.0.2.1").isPresent();
    }

    @Test
    void is_told_once_and_lets_the_administrator_in() {
        assertTrue(keep.doorkeeper
                .admit(keep.doorkeeper.login("admin", told(), "192.0.2.1").orElseThrow())
                .orElseThrow()
                .has(Role.ADMIN));
        restart();
        assertEquals(1, console.size());
    }

    @Test
    void ends_after_a_day_unless_another_was_chosen() {
        clock.advance(Duration.ofHours(25));
        assertFalse(mayLogIn("admin", told()));
    }

    @Test
    void a_chosen_one_does_not_end() {
        keep.users.put(TestKeep.user("admin", Set.of(Role.ADMIN), true), Optional.of("one of my own"), "admin");
        clock.advance(Duration.ofHours(25));
        assertFalse(mayLogIn("admin", told()));
        assertTrue(mayLogIn("admin", "one of my own"));
    }

    @Test
    void another_one_is_made_for_who_may_write_to_the_folder() throws Exception {
        clock.advance(Duration.ofHours(25));
        Files.writeString(lab.resolve("data/security/reset-password"), "admin\n");
        restart();
        assertEquals(2, console.size());
        assertTrue(mayLogIn("admin", told()));
        restart();
        assertEquals(2, console.size());
    }

    @Test
    void nobody_is_made_by_a_reset_but_the_administrator() throws Exception {
        Files.writeString(lab.resolve("data/security/reset-password"), "eve");
        restart();
        assertEquals("There is no user 'eve' whose password could be reset.", console.get(1));
        assertEquals(1, keep.users.all().size());
    }
}
