package org.busbar.security;

import jakarta.servlet.Filter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.busbar.api.security.Doorkeeper;
import org.busbar.api.security.Role;
import org.busbar.api.security.User;
import org.busbar.api.security.Users;

/** The security of a lab as its bundle makes it, with the administrator anna. */
public final class RealSecurity implements AutoCloseable {

    public static final String PASSWORD = "correct horse";

    private final Keep keep;

    public RealSecurity(Path lab) {
        keep = new Keep(lab, Clock.systemUTC(), said -> {});
        add("anna", Set.of(Role.ADMIN));
    }

    /** A user with {@link #PASSWORD}. */
    public void add(String name, Set<Role> roles, String... tenants) {
        users().put(new User(name, roles, Set.of(tenants), true, Instant.EPOCH), Optional.of(PASSWORD), "test");
    }

    /** The secret of a new API token. */
    public Users.Issued token(String user) {
        return users().issue(user, "test", Optional.empty(), "test");
    }

    public Users users() {
        return keep.users;
    }

    public Doorkeeper doorkeeper() {
        return keep.doorkeeper;
    }

    /** What every request passes first. */
    public Filter filter() {
        return new SecurityFilter(
                new Entrance.Guarded(keep),
                mapping -> false,
                keep.audit,
                new TimelyRequest.Pace(Duration.ofSeconds(30), 1000));
    }

    @Override
    public void close() {
        keep.close();
    }
}
