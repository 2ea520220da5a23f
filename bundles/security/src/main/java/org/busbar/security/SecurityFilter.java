package org.busbar.security;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.busbar.api.security.Caller;
import org.busbar.security.Problem.Kind;
import org.busbar.security.TimelyRequest.Pace;
import org.busbar.security.TimelyRequest.TooSlow;

/**
 * What every HTTP request passes first: finds out who asks and sets the user principal to that {@link Caller}. What
 * somebody may do is decided by who serves the request. Whose answer takes long, such as a stream of events, looks now
 * and then whether the caller would still be let in: the request's attribute {@value Admitted#ATTRIBUTE} is a
 * {@code Supplier<Optional<Caller>>} that tells.
 */
final class SecurityFilter implements Filter {

    private static final Set<String> OPEN = Set.of("/health", "/openapi.json", "/docs", "/login", "/logout");

    private final Entrance entrance;
    private final Predicate<HttpServletMapping> asksItself;
    private final AuditLog audit;
    private final Pace pace;

    /**
     * @param asksItself whether the servlet of a request finds out by itself who asks
     * @param audit what somebody known was kept from is written down there
     */
    SecurityFilter(Entrance entrance, Predicate<HttpServletMapping> asksItself, AuditLog audit, Pace pace) {
        this.entrance = entrance;
        this.asksItself = asksItself;
        this.audit = audit;
        this.pace = pace;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        filter((HttpServletRequest) request, (HttpServletResponse) response, chain);
    }

    private void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        harden(request, response);
        Optional<Admitted> admitted;
        try {
            admitted = entrance.admit(request, isOpen(request));
        } catch (Refused e) {
            refuse(e.problem(), request, response);
            return;
        }
        if (admitted.isPresent()) {
            Caller caller = admitted.get().caller();
            request.setAttribute(Admitted.ATTRIBUTE, admitted.get().again());
            serve(new KnownRequest(request, pace, caller), response, chain);
            write(caller, request, response);
        } else {
            serve(new TimelyRequest(request, pace), response, chain);
        }
    }

    private static void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (TooSlow e) {
            if (response.isCommitted()) {
                throw e;
            }
            new Problem(Kind.TIMEOUT, "The body came too slowly").writeTo(request, response);
        }
    }

    private void write(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        if (response.getStatus() == HttpServletResponse.SC_FORBIDDEN) {
            String what = "was kept from " + request.getMethod() + " " + request.getRequestURI();
            audit.add(caller.name(), what, request.getRemoteAddr());
        }
    }

    private boolean isOpen(HttpServletRequest request) {
        String path = Entrance.path(request);
        return OPEN.contains(path) || path.startsWith("/docs/") || asksItself.test(request.getHttpServletMapping());
    }

    /** Says what holds for everything here; who serves the request may say it otherwise. */
    private static void harden(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "frame-ancestors 'none'");
        // with less, browsers would not say that a form of ours is ours
        response.setHeader("Referrer-Policy", "same-origin");
        if (Entrance.path(request).startsWith("/api/")) {
            response.setHeader("Cache-Control", "no-store");
        }
    }

    /** A person is sent to the login page, a program gets the problem. */
    private static void refuse(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String accept = request.getHeader("Accept");
        boolean person = accept != null
                && accept.contains("text/html")
                && request.getMethod().equals("GET")
                && request.getHeader("Authorization") == null;
        if (problem.kind() == Kind.UNAUTHORIZED && person) {
            String query = request.getQueryString();
            String next = request.getRequestURI() + (query == null ? "" : "?" + query);
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("Location", "/login?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        } else {
            problem.writeTo(request, response);
        }
    }
}
