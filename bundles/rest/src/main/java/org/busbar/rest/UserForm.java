package org.busbar.rest;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.busbar.api.security.Role;
import org.busbar.api.security.User;
import org.busbar.json.Json;
import tools.jackson.databind.node.ArrayNode;

/** Reads a user from a body; what is left out stays as it is. */
final class UserForm {

    private static final int MOST_TENANTS = 100;
    private static final int LONGEST_TENANT = 200;
    private static final String WORDS =
            Arrays.stream(Role.values()).map(Role::name).collect(Collectors.joining(", "));

    static final Form FORM = Form.of(
            Form.field("roles", "What it may do, any of " + WORDS + "; needed for a new one", schema -> {
                schema.put("type", "array").putObject("items").put("type", "string");
                schema.withObjectProperty("items").set("enum", words());
                return schema;
            }),
            Form.texts("tenants", "The tenants it may act as, by id; takes the role TENANT; none if not said"),
            Form.flag("active", "Whether it may log in and its tokens are valid; true if not said"),
            Form.text("password", "Its new password, 10 to 1000 characters; needed for a new one"));

    private final Body body;
    private final Optional<User> before;

    private UserForm(Body body, Optional<User> before) {
        this.body = body;
        this.before = before;
    }

    private static ArrayNode words() {
        ArrayNode words = Json.mapper().createArrayNode();
        Arrays.stream(Role.values()).forEach(role -> words.add(role.name()));
        return words;
    }

    /**
     * The user as it is to be.
     *
     * @param before as it is; empty if it is a new one
     * @throws Refused if a field will not do
     */
    static User read(String name, Body body, Optional<User> before) {
        UserForm form = new UserForm(body, before);
        Set<Role> roles = form.roles();
        Set<String> tenants = form.tenants();
        boolean mayBeTenant = roles.contains(Role.TENANT) || roles.contains(Role.ADMIN);
        if (!tenants.isEmpty() && !mayBeTenant) {
            String found = "tenants = " + tenants.stream().sorted().toList() + ", but the roles "
                    + roles.stream().sorted().toList() + " lack TENANT";
            throw Refused.invalid("tenants", found + "; add that role, or send \"tenants\": []");
        }
        Instant since = before.map(User::since).orElseGet(Instant::now);
        return new User(name, roles, tenants, form.active(), since);
    }

    private Set<Role> roles() {
        if (body.has("roles")) {
            return body.texts("roles").stream().map(UserForm::role).collect(Collectors.toSet());
        }
        return before.map(User::roles)
                .orElseThrow(() -> Refused.invalid("roles", "'roles' is missing; a new user needs any of " + WORDS));
    }

    private static Role role(String word) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("roles", "roles has '" + word + "', which is not one of " + WORDS));
    }

    private Set<String> tenants() {
        if (!body.has("tenants")) {
            return before.map(User::tenants).orElse(Set.of());
        }
        List<String> named = body.texts("tenants");
        if (named.size() > MOST_TENANTS || named.stream().anyMatch(id -> id.length() > LONGEST_TENANT)) {
            throw Refused.invalid(
                    "tenants",
                    "tenants has more than " + MOST_TENANTS + " ids, or one of more than " + LONGEST_TENANT
                            + " characters");
        }
        return Set.copyOf(named);
    }

    private boolean active() {
        return body.has("active")
                ? body.flag("active")
                : before.map(User::active).orElse(true);
    }
}
