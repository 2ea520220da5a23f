package org.busbar.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.busbar.api.security.Caller;
import org.busbar.api.security.Doorkeeper;
import org.busbar.api.security.Role;
import org.busbar.api.security.TooManyAttempts;
import org.busbar.api.security.User;
import org.busbar.api.security.Users;
import org.busbar.rest.Problem.Kind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Users of the lab, and what each of them may know and change of itself. */
@Component(service = Routes.class)
public final class UserRoutes implements Routes {

    private static final String USER = "/api/v1/users/{name}";

    private static final Form PASSWORD = Form.of(
            Form.text("old", "The password so far").need(),
            Form.text("new", "Another one, 10 to 1000 characters").need());

    private final Users users;
    private final Doorkeeper doorkeeper;
    private final Object changing = new Object(); // held from reading a user to changing it

    @Activate
    public UserRoutes(@Reference Users users, @Reference Doorkeeper doorkeeper) {
        this.users = users;
        this.doorkeeper = doorkeeper;
    }

    /** Who asks. */
    record Me(String name, List<String> roles, List<String> tenants) {}

    /** A login that takes the place of those that have ended. */
    record Renewed(String token) {}

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/me")
                        .byAnyCaller()
                        .says("Who asks, with its roles and tenants")
                        .gives(Me.class)
                        .does(UserRoutes::me),
                Route.post("/api/v1/me/password")
                        .byAnyCaller()
                        .says("Changes the caller's own password; ends its logins and gives a new one")
                        .takes(PASSWORD)
                        .gives(Renewed.class)
                        .does(this::choose),
                Route.get("/api/v1/users")
                        .by(Role.ADMIN)
                        .says("All users, by name")
                        .givesList(UserView.class)
                        .does(call -> Response.json(
                                users.all().stream().map(UserView::of).toList())),
                Route.get(USER)
                        .by(Role.ADMIN)
                        .says("A user")
                        .gives(UserView.class)
                        .does(call -> Response.json(UserView.of(known(call.name("name"))))),
                Route.put(USER)
                        .by(Role.ADMIN)
                        .says("Makes a user, or changes what is said of it; a new password ends its logins")
                        .header("If-None-Match", Query.words(), "* to make a new one only")
                        .header("If-Match", Query.words(), "* to change one only that is there")
                        .takes(UserForm.FORM)
                        .gives(UserView.class)
                        .gives(201, UserView.class)
                        .does(this::put),
                Route.delete(USER)
                        .by(Role.ADMIN)
                        .says("Removes a user with its logins and tokens")
                        .gives(UserView.class)
                        .does(this::remove));
    }

    private static Response me(Call call) {
        Caller caller = call.caller();
        return Response.json(new Me(
                caller.name(),
                UserView.names(caller.roles()),
                caller.tenants().stream().sorted().toList()));
    }

    private Optional<User> find(String name) {
        return users.all().stream().filter(user -> user.name().equals(name)).findFirst();
    }

    private User known(String name) {
        return find(name).orElseThrow(() -> Refused.notFound("There is no user '" + name + "'"));
    }

    private Response put(Call call) {
        String name = call.name("name");
        Body body = call.json();
        synchronized (changing) {
            Optional<User> before = find(name);
            requireAsExpected(call, name, before.isPresent());
            User user = UserForm.read(name, body, before);
            change(user, body.optionalText("password"), call.caller().name());
            UserView after = UserView.of(known(name));
            return before.isPresent()
                    ? Response.json(after)
                    : Response.json(201, after).located("/api/v1/users/" + name);
        }
    }

    private static void requireAsExpected(Call call, String name, boolean isThere) {
        if (isThere && call.header("if-none-match").isPresent()) {
            throw Refused.conflict("There is a user '" + name + "' already");
        }
        if (!isThere && call.header("if-match").isPresent()) {
            throw Refused.notFound("There is no user '" + name + "'");
        }
    }

    private void change(User user, Optional<String> password, String by) {
        patiently(() -> {
            Refused.where(() -> users.put(user, password, by));
            return true;
        });
    }

    private Response remove(Call call) {
        synchronized (changing) {
            User user = known(call.name("name"));
            Refused.where(() -> users.remove(user.name(), call.caller().name()));
            return Response.json(UserView.of(user));
        }
    }

    private Response choose(Call call) {
        Body body = call.json();
        String old = body.text("old");
        String chosen = body.text("new");
        String name = call.caller().name();
        if (find(name).isEmpty()) {
            throw Refused.conflict("'" + name + "' is no user of this lab, so it has no password");
        }
        if (old.equals(chosen)) {
            throw Refused.invalid("new", "The new password is the old one; choose another");
        }
        if (login(name, old, call).isEmpty()) {
            throw Refused.invalid("old", "The old password is wrong");
        }
        synchronized (changing) {
            change(known(name), Optional.of(chosen), name);
        }
        return Response.json(new Renewed(login(name, chosen, call)
                .orElseThrow(() -> new Refused(Kind.FORBIDDEN, "'" + name + "' may not log in any more"))));
    }

    private Optional<String> login(String name, String password, Call call) {
        return patiently(() -> doorkeeper.login(name, password, call.address()));
    }

    private static <T> T patiently(Supplier<T> work) {
        try {
            return work.get();
        } catch (TooManyAttempts e) {
            long seconds = Math.max(1, e.delay().toSeconds());
            throw new Refused(new Problem(
                    Kind.TOO_MANY, String.valueOf(e.getMessage()), List.of(), Map.of("Retry-After", "" + seconds)));
        }
    }
}
