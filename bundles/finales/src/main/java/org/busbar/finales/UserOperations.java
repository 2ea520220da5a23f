package org.busbar.finales;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.security.Caller;
import org.busbar.api.security.Doorkeeper;
import org.busbar.api.security.TooManyAttempts;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lets users in and tells them who they are. */
final class UserOperations {

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long PAUSE_MS = 100;

    private final Doorkeeper doorkeeper;

    UserOperations(Doorkeeper doorkeeper) {
        this.doorkeeper = doorkeeper;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/", "Whether the server is there", call -> Answer.text("FINALES at Busbar")),
                Route.of("GET", "/test", "Who calls", this::who),
                Route.open("POST", "/user_management/authenticate", "Get a token for a password", this::login));
    }

    Answer login(Call call) {
        Map<String, String> form = Forms.of(call.header("content-type"), call.body());
        check(form);
        Optional<String> token = token(form, call.address());
        ObjectNode json = StrictJson.mapper().createObjectNode();
        json.put("access_token", token.orElseThrow(() -> Refused.unauthorized("Incorrect username or password")));
        return Answer.json(json.put("token_type", "bearer"));
    }

    /** Waits a little where many log in at once: tenants end when they are sent away. */
    private Optional<String> token(Map<String, String> form, String address) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                return doorkeeper.login(form.getOrDefault("username", ""), form.getOrDefault("password", ""), address);
            } catch (TooManyAttempts e) {
                if (e.delay().compareTo(SHORT) > 0 || Instant.now().isAfter(end)) {
                    throw Refused.later(
                            429, String.valueOf(e.getMessage()), e.delay().toSeconds());
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refused.later(503, "The server is being stopped", 5);
        }
    }

    private static void check(Map<String, String> form) {
        List<Violation> violations = new ArrayList<>();
        for (String field : List.of("username", "password")) {
            if (form.getOrDefault(field, "").isEmpty()) {
                violations.add(Violation.missing("body", field));
            }
        }
        String kind = form.getOrDefault("grant_type", "");
        if (!kind.isEmpty() && !kind.equals("password")) {
            violations.add(Violation.wrong("'" + kind + "' is not password", "body", "grant_type"));
        }
        Refused.ifAny(violations);
    }

    private Answer who(Call call) {
        Caller caller = call.caller();
        ObjectNode json = StrictJson.mapper().createObjectNode();
        json.put("username", caller.name());
        json.put("uuid", Identifiers.named("user", caller.name()).toString());
        ArrayNode groups = json.putArray("usergroups");
        caller.roles().stream()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .sorted()
                .forEach(groups::add);
        return Answer.json(json);
    }
}
