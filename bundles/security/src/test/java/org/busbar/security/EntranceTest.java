package org.busbar.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.busbar.api.security.Caller;
import org.busbar.api.security.Role;
import org.busbar.api.security.Users.Issued;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether who was let in would be let in again. */
class EntranceTest {

    @TempDir
    private Path lab;

    private TestKeep test;
    private Entrance entrance;

    @BeforeEach
    void open() {
        test = new TestKeep(lab);
        entrance = new Entrance.Guarded(test.keep);
    }

    @AfterEach
    void close() {
        test.close();
    }

    private static HttpServletRequest request(String authorization, Cookie... cookies) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                EntranceTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, given) -> {
                    return switch (called.getName()) {
                        case "getHeader" -> given[0].equals("Authorization") ? authorization : null;
                        case "getCookies" -> cookies;
                        case "getMethod" -> "GET";
                        default -> throw new UnsupportedOperationException(called.getName());
                    };
                });
    }

    private Supplier<Optional<Caller>> byToken(String token) {
        return entrance.admit(request("Bearer " + token), false).orElseThrow().again();
    }

    private static void valid(Supplier<Optional<Caller>> again) {
        assertEquals("vera", again.get().orElseThrow().name());
    }

    private static void invalid(Supplier<Optional<Caller>> again) {
        assertTrue(again.get().isEmpty(), () -> again.get().toString());
    }

    @Test
    void not_after_its_token_was_revoked() {
        Issued issued = test.keep.users.issue("vera", "x", Optional.empty(), "anna");
        Supplier<Optional<Caller>> again = byToken(issued.secret());
        valid(again);
        test.keep.users.revoke(issued.token().id(), "anna");
        invalid(again);
    }

    @Test
    void not_after_its_token_has_expired() {
        Optional<Instant> end = Optional.of(test.clock.instant().plusSeconds(60));
        Supplier<Optional<Caller>> token =
                byToken(test.keep.users.issue("vera", "x", end, "anna").secret());
        Supplier<Optional<Caller>> login = byToken(test.token("vera"));
        test.clock.advance(Duration.ofSeconds(59));
        valid(token);
        test.clock.advance(Duration.ofSeconds(1));
        invalid(token);
        valid(login);
        test.clock.advance(Logins.LONGEST);
        invalid(login);
    }

    @Test
    void not_after_its_user_was_removed_and_with_what_rights_it_has_left_before() {
        Supplier<Optional<Caller>> header = byToken(test.token("vera"));
        Supplier<Optional<Caller>> cookie = entrance.admit(
                        request(null, new Cookie("busbar", test.token("vera"))), false)
                .orElseThrow()
                .again();
        test.put("vera", Set.of(Role.OPERATOR), "another horse");
        invalid(header);
        invalid(cookie);
        Supplier<Optional<Caller>> later =
                byToken(test.login("vera", "another horse").orElseThrow());
        test.keep.users.put(TestKeep.user("vera", Set.of(), true), Optional.empty(), "anna");
        assertEquals(Set.of(), later.get().orElseThrow().roles());
        test.keep.users.remove("vera", "anna");
        invalid(later);
    }

    @Test
    void not_when_the_server_is_being_stopped() {
        Supplier<Optional<Caller>> again = byToken(test.token("vera"));
        valid(again);
        test.keep.close();
        invalid(again);
    }
}
