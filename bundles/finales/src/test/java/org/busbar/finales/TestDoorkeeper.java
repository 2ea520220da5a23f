package org.busbar.finales;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.busbar.api.security.Caller;
import org.busbar.api.security.Doorkeeper;

/** Knows a few users whose password is their name, and whose token is {@code token-} and their name. */
final class TestDoorkeeper implements Doorkeeper {

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
        return users.containsKey(name) && password.equals(name) ? Optional.of("token-" + name) : Optional.empty();
    }

    @Override
    public void audit(String who, String what, String address) {
        audit.add(who + " " + what);
    }
}
