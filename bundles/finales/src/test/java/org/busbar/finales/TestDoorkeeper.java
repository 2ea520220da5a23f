package org.busbar.finales;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.busbar.api.security.Caller;
import org.busbar.api.security.Doorkeeper;
import org.busbar.api.security.TooManyAttempts;

/** Knows a few users whose password is their name, and whose token is {@code token-} and their name. */
final class TestDoorkeeper implements Doorkeeper {

    final AtomicInteger busy = new AtomicInteger(); // so many attempts are sent away
    final List<String> audit = new CopyOnWriteArrayList<>();
    private final Map<String, Caller> users = new ConcurrentHashMap<>();

    void put(Caller user) {
        users.put(user.name(), user);
    }

    @Override
    public Optional<Caller> admit(String token) {
        return token.startsWith("token-") ? Optional.ofNullable(users.get(token.substring(6))) : Optional.empty();
    }

    @Override
    public Optional<String> login(String name, String password, String address) {
        if (busy.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new TooManyAttempts(Duration.ofSeconds(1));
        }
        return users.containsKey(name) && password.equals(name) ? Optional.of("token-" + name) : Optional.empty();
    }

    @Override
    public void audit(String who, String what, String address) {
        audit.add(who + " " + what);
    }
}
