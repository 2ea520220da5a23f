package org.busbar.security;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Arrays;
import org.busbar.api.security.Caller;
import org.busbar.api.security.Role;

/** A request of which it is known who asks. */
final class KnownRequest extends TimelyRequest {

    private final Caller caller;

    KnownRequest(HttpServletRequest request, Pace pace, Caller caller) {
        super(request, pace);
        this.caller = caller;
    }

    @Override
    public Principal getUserPrincipal() {
        return caller;
    }

    @Override
    public String getRemoteUser() {
        return caller.name();
    }

    @Override
    public boolean isUserInRole(String role) {
        return Arrays.stream(Role.values()).anyMatch(one -> one.name().equals(role) && caller.has(one));
    }
}
