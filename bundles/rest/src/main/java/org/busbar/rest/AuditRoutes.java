package org.busbar.rest;

import java.util.List;
import org.busbar.api.security.Role;
import org.busbar.api.security.Users;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What happened lately that matters for security. */
@Component(service = Routes.class)
public final class AuditRoutes implements Routes {

    private final Users users;

    @Activate
    public AuditRoutes(@Reference Users users) {
        this.users = users;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/api/v1/audit")
                .by(Role.ADMIN)
                .says("Logins, refusals, and changes of users and tokens, newest first")
                .query("limit", Query.whole(1, 1000, 100), "The most to be given")
                .givesList(Users.Audited.class)
                .does(call -> Response.json(users.audit((int) call.whole("limit")))));
    }
}
