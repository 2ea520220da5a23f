package org.busbar.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.busbar.api.security.ApiToken;
import org.busbar.api.security.Caller;
import org.busbar.api.security.Doorkeeper;
import org.busbar.api.security.Role;
import org.busbar.api.security.User;
import org.busbar.api.security.Users;

/** The users of a lab where nothing changes: one with a token, who has done something. */
final class FakeUsers implements Users, Doorkeeper {

    private static final Instant THEN = Instant.parse("2026-03-01T12:00:00Z");

    @Override
    public List<User> all() {
        return List.of(new User("anna", Set.of(Role.ADMIN, Role.TENANT), Set.of("water"), true, THEN));
    }

    @Override
    public List<ApiToken> tokens() {
        return List.of(
                new ApiToken("token-1", "anna", "balance", THEN, Optional.empty()),
                new ApiToken("token-2", "anna", "robot", THEN, Optional.of(THEN)));
    }

    @Override
    public List<Audited> audit(int limit) {
        return List.of(new Audited(THEN, "anna", "logged in", "192.0.2.1"));
    }

    @Override
    public void put(User user, Optional<String> password, String by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean remove(String name, String by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Issued issue(String user, String label, Optional<Instant> expires, String by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean revoke(String token, String by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Caller> admit(String token) {
        return Optional.empty();
    }

    @Override
    public Optional<String> login(String name, String password, String address) {
        return Optional.empty();
    }

    @Override
    public void audit(String who, String what, String address) {}
}
