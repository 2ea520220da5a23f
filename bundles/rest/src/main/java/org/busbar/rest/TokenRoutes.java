package org.busbar.rest;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.busbar.api.security.ApiToken;
import org.busbar.api.security.Caller;
import org.busbar.api.security.Role;
import org.busbar.api.security.Users;
import org.busbar.rest.Problem.Kind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tokens for programs: everybody keeps its own, an administrator those of all. */
@Component(service = Routes.class)
public final class TokenRoutes implements Routes {

    static final int MOST = 100;

    private static final String TOKENS = "/api/v1/tokens";

    private static final Form FORM = Form.of(
            Form.text("label", "What it is for, up to 200 characters").need(),
            Form.field("expires", "When it ends, as in 2026-12-31T00:00:00Z; never if not said", schema -> schema.put(
                            "type", "string")
                    .put("format", "date-time")),
            Form.text("user", "Whose rights it gives, if not the caller's; only an administrator may name another"));

    private final Users users;

    @Activate
    public TokenRoutes(@Reference Users users) {
        this.users = users;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(TOKENS)
                        .byAnyCaller()
                        .says(
                                "The caller's API tokens without their secrets, or for an administrator all, oldest first")
                        .query("user", Query.words(), "Those of this user only")
                        .givesList(ApiToken.class)
                        .does(this::list),
                Route.post(TOKENS)
                        .byAnyCaller()
                        .says("Makes an API token; its secret is told this once")
                        .takes(FORM)
                        .gives(201, Users.Issued.class)
                        .does(this::issue),
                Route.delete(TOKENS + "/{id}")
                        .byAnyCaller()
                        .says("Makes an API token invalid at once")
                        .gives(ApiToken.class)
                        .does(this::revoke));
    }

    /** Those that the caller may see. */
    private List<ApiToken> tokens(Caller caller) {
        return users.tokens().stream()
                .filter(token -> caller.has(Role.ADMIN) || token.user().equals(caller.name()))
                .toList();
    }

    private Response list(Call call) {
        Optional<String> user = call.query("user");
        return Response.json(tokens(call.caller()).stream()
                .filter(token -> user.isEmpty() || token.user().equals(user.get()))
                .toList());
    }

    private Response issue(Call call) {
        Body body = call.json();
        String by = call.caller().name();
        String user = body.optionalText("user").orElse(by);
        if (!user.equals(by) && !call.caller().has(Role.ADMIN)) {
            throw new Refused(
                    Kind.FORBIDDEN,
                    "user = '" + user + "', but who asks is '" + by
                            + "'; only an administrator may make a token for somebody else");
        }
        String label = body.text("label");
        Optional<Instant> expires = body.optionalText("expires").map(TokenRoutes::time);
        if (users.tokens().stream().filter(token -> token.user().equals(user)).count() >= MOST) {
            throw Refused.conflict("'" + user + "' has " + MOST + " tokens, which is the limit; revoke one first");
        }
        return Response.json(201, Refused.where(() -> users.issue(user, label, expires, by)));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Refused.invalid("expires", "expires = '" + text + "' is no time such as 2026-12-31T00:00:00Z");
        }
    }

    private Response revoke(Call call) {
        String id = call.name("id");
        Caller caller = call.caller();
        ApiToken token = tokens(caller).stream()
                .filter(one -> one.id().equals(id))
                .filter(one -> users.revoke(id, caller.name()))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("There is no valid token '" + id + "'"
                        + (caller.has(Role.ADMIN) ? "" : " of '" + caller.name() + "'")));
        return Response.json(token);
    }
}
