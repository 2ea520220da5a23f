package org.busbar.security;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.busbar.api.security.Caller;
import org.busbar.api.security.Role;
import org.busbar.api.security.User;

/** The security of a lab in a folder, as a server has it, with the users anna (administrator) and vera (viewer). */
final class TestKeep implements AutoCloseable {

    static final String PASSWORD = "correct horse";
    static final String HERE = "192.0.2.1";

    final TestClock clock = new TestClock();
    final List<String> console = new ArrayList<>();
    final Path lab;
    Keep keep;

    TestKeep(Path lab) {
        this.lab = lab;
        open();
        put("anna", Set.of(Role.ADMIN), PASSWORD);
        put("vera", Set.of(Role.VIEWER), PASSWORD);
    }

    void open() {
        keep = new Keep(lab, clock, console::add);
    }

    void restart() {
        keep.close();
        open();
    }

    void put(String name, Set<Role> roles, String password) {
        keep.users.put(user(name, roles, true), Optional.of(password), "test");
    }

    static User user(String name, Set<Role> roles, boolean active) {
        return new User(name, roles, Set.of(), active, Instant.EPOCH);
    }

    Optional<String> login(String name, String password) {
        return keep.doorkeeper.login(name, password, HERE);
    }

    String token(String name) {
        return login(name, PASSWORD).orElseThrow();
    }

    Optional<String> admitted(String token) {
        return keep.doorkeeper.admit(token).map(Caller::name);
    }

    Path folder() {
        return lab.resolve("data/security");
    }

    @Override
    public void close() {
        keep.close();
    }
}
