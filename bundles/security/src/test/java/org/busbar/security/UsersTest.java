package org.busbar.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.busbar.api.security.ApiToken;
import org.busbar.api.security.Caller;
import org.busbar.api.security.Role;
import org.busbar.api.security.User;
import org.busbar.api.security.Users.Audited;
import org.busbar.api.security.Users.Issued;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsersTest {

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
    void users_are_listed_by_name_and_outlive_a_restart() {
        test.restart();
        assertEquals(
                List.of("anna", "vera"),
                test.keep.users.all().stream().map(User::name).toList());
        assertTrue(test.login("vera", TestKeep.PASSWORD).isPresent());
    }

    @Test
    void a_tenant_is_bound_to_its_tenants() {
        User robot = new User("robot", Set.of(Role.TENANT), Set.of("lab-2"), true, Instant.EPOCH);
        test.keep.users.put(robot, Optional.of("a robot's word"), "anna");
        Caller caller = test.keep
                .doorkeeper
                .admit(test.login("robot", "a robot's word").orElseThrow())
                .orElseThrow();
        assertTrue(caller.mayActAs("lab-2"));
        assertFalse(caller.mayActAs("lab-3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a:b",
                "../x",
                "é",
                "<b>",
                "0123456789012345678901234567890123456789012345678901234567890123X"
            })
    void a_name_is_made_of_plain_characters(String name) {
        assertThrows(IllegalArgumentException.class, () -> test.put(name, Set.of(Role.VIEWER), TestKeep.PASSWORD));
        assertEquals(2, test.keep.users.all().size());
    }

    @Test
    void a_password_has_at_least_ten_characters() {
        IllegalArgumentException fault =
                assertThrows(IllegalArgumentException.class, () -> test.put("max", Set.of(Role.VIEWER), "123456789"));
        assertTrue(fault.getMessage().contains("10 to 1000 characters"), fault.getMessage());
        assertThrows(IllegalArgumentException.class, () -> test.put("max", Set.of(Role.VIEWER), "x".repeat(1001)));
        assertThrows(
                IllegalArgumentException.class,
                () -> test.keep.users.put(TestKeep.user("max", Set.of(Role.VIEWER), true), Optional.empty(), "anna"));
        test.put("max", Set.of(Role.VIEWER), "1234567890");
    }

    @Test
    void somebody_stays_an_active_administrator() {
        assertThrows(IllegalArgumentException.class, () -> test.keep.users.remove("anna", "anna"));
        assertThrows(
                IllegalArgumentException.class,
                () -> test.keep.users.put(TestKeep.user("anna", Set.of(Role.VIEWER), true), Optional.empty(), "anna"));
        assertThrows(
                IllegalArgumentException.class,
                () -> test.keep.users.put(TestKeep.user("anna", Set.of(Role.ADMIN), false), Optional.empty(), "anna"));
        test.put("otto", Set.of(Role.ADMIN), TestKeep.PASSWORD);
        assertTrue(test.keep.users.remove("anna", "otto"));
        assertFalse(test.keep.users.remove("anna", "otto"));
    }

    @Test
    void a_token_works_until_it_expires_is_revoked_or_its_user_goes() {
        Instant end = test.clock.instant().plus(Duration.ofDays(1));
        Issued brief = test.keep.users.issue("vera", "brief", Optional.of(end), "anna");
        Issued longer = test.keep.users.issue("vera", "longer", Optional.empty(), "anna");
        Issued longest = test.keep.users.issue("vera", "longest", Optional.empty(), "anna");
        assertTrue(brief.secret().matches("busbar_[A-Za-z0-9_-]{43}"), brief.secret());
        test.restart();
        assertEquals(Optional.of("vera"), test.admitted(brief.secret()));
        test.clock.advance(Duration.ofDays(1));
        assertEquals(Optional.empty(), test.admitted(brief.secret()));
        assertEquals(2, test.keep.users.tokens().size());
        assertTrue(test.keep.users.revoke(longer.token().id(), "anna"));
        assertFalse(test.keep.users.revoke(longer.token().id(), "anna"));
        assertEquals(Optional.empty(), test.admitted(longer.secret()));
        assertEquals(
                List.of("longest"),
                test.keep.users.tokens().stream().map(ApiToken::label).toList());
        test.keep.users.remove("vera", "anna");
        assertEquals(Optional.empty(), test.admitted(longest.secret()));
        assertEquals(List.of(), test.keep.users.tokens());
    }

    @Test
    void a_token_for_nobody_or_the_past_is_not_made() {
        assertThrows(IllegalArgumentException.class, () -> test.keep.users.issue("max", "x", Optional.empty(), "anna"));
        assertThrows(
                IllegalArgumentException.class,
                () -> test.keep.users.issue("vera", "x", Optional.of(test.clock.instant()), "anna"));
        assertFalse(test.keep.users.revoke("login-nonsense", "anna"));
        assertFalse(test.keep.users.revoke("token-nonsense", "anna"));
    }

    @Test
    void the_local_token_is_an_administrators_until_the_server_stops() throws IOException {
        String token = Files.readString(test.folder().resolve("local-token")).strip();
        Caller caller = test.keep.doorkeeper.admit(token).orElseThrow();
        assertEquals("local:" + System.getProperty("user.name"), caller.name());
        assertTrue(caller.has(Role.ADMIN));
        test.restart();
        assertEquals(Optional.empty(), test.admitted(token), "it is another one at each start");
        test.close();
        assertFalse(Files.exists(test.folder().resolve("local-token")));
    }

    @Test
    void what_matters_is_written_down_newest_first() {
        test.login("vera", "wrong horse");
        test.login("hunter2!!!", "wrong horse");
        Issued issued = test.keep.users.issue("vera", "robot", Optional.empty(), "anna");
        test.keep.users.revoke(issued.token().id(), "anna");
        test.keep.doorkeeper.audit("vera", "was kept from POST /api/v1/runs", "192.0.2.9");
        List<Audited> audit = test.keep.users.audit(100);
        assertEquals("was kept from POST /api/v1/runs", audit.get(0).what());
        assertEquals("192.0.2.9", audit.get(0).address());
        assertEquals("revoked " + issued.token().id(), audit.get(1).what());
        assertTrue(audit.get(2).what().startsWith("made token-"), audit.get(2)::what);
        assertEquals("somebody unknown", audit.get(3).who());
        assertEquals(new Audited(test.clock.instant(), "vera", "was refused a login", TestKeep.HERE), audit.get(4));
        assertEquals(
                "set user vera with roles [VIEWER], tenants [], with a new password",
                audit.get(5).what());
        assertEquals(1, test.keep.users.audit(1).size());
    }

    @Test
    void no_secret_is_in_any_file() throws IOException {
        String login = test.token("vera");
        Issued issued = test.keep.users.issue("vera", "robot", Optional.empty(), "anna");
        test.login("anna", "my other password");
        try (Stream<Path> files = Files.walk(lab).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                for (String secret : List.of(TestKeep.PASSWORD, login, issued.secret(), "my other password")) {
                    assertFalse(text.contains(secret), () -> secret + " in " + file);
                }
            }
        }
    }
}
