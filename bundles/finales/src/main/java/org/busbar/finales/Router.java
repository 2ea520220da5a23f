package org.busbar.finales;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.busbar.api.security.Caller;
import org.busbar.api.security.Doorkeeper;
import org.busbar.api.security.Role;

/** Finds the operation of a call, and asks who calls before it is done. */
final class Router {

    private final List<Route> routes;
    private final Doorkeeper doorkeeper;
    private final Attendance attendance;

    Router(List<Route> routes, Doorkeeper doorkeeper, Attendance attendance) {
        this.routes = List.copyOf(routes);
        this.doorkeeper = doorkeeper;
        this.attendance = attendance;
    }

    Answer answer(Call call) {
        List<String> parts = Route.parts(call.path());
        Route route = route(call.method(), parts);
        Call known = route.open() ? call : call.as(admitted(call));
        return route.operation().answer(known.at(route.variable(parts)));
    }

    private Route route(String method, List<String> parts) {
        TreeSet<String> allowed = new TreeSet<>();
        for (Route route : routes) {
            if (route.fits(parts)) {
                boolean head =
                        method.equals("HEAD") && route.open() && route.method().equals("GET");
                if (route.method().equals(method) || head) {
                    return route;
                }
                allowed.add(route.method());
            }
        }
        throw allowed.isEmpty() ? new Refused(404, "Not Found") : Refused.method(String.join(", ", allowed));
    }

    private Caller admitted(Call call) {
        String header = call.header("authorization");
        int blank = header.indexOf(' ');
        if (blank < 0 || !header.substring(0, blank).toLowerCase(Locale.ROOT).equals("bearer")) {
            throw Refused.unauthorized("Not authenticated");
        }
        Caller caller = doorkeeper
                .admit(header.substring(blank + 1).strip())
                .orElseThrow(() -> Refused.unauthorized("Could not validate credentials"));
        if (!caller.has(Role.VIEWER)) {
            throw new Refused(403, "User '" + caller.name() + "' has no role here");
        }
        attendance.heard(caller);
        return caller;
    }
}
