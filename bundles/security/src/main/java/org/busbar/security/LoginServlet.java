package org.busbar.security;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.security.TooManyAttempts;
import org.busbar.json.Json;
import org.busbar.security.Problem.Kind;

/**
 * {@code /login} for people, with a page and a cookie, and for programs that accept {@code application/json}: to those
 * it answers the form fields {@code username} and {@code password} with a token, as the password flow of OAuth 2 does.
 * The field {@code new} changes the password. {@code POST /logout} ends a login: a person's, or that whose token a program
 * shows in the Authorization header.
 */
final class LoginServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Keep keep;
    private final transient LoginPage page = new LoginPage();

    LoginServlet(Keep keep) {
        this.keep = keep;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean logout = Entrance.path(request).equals("/logout");
        try {
            if (request.getMethod().equals("POST")) {
                post(request, response, logout);
            } else if (request.getMethod().equals("GET") && !logout) {
                page.send(
                        response,
                        200,
                        "",
                        "",
                        LoginPage.next(Form.query(request).get("next")));
            } else {
                throw new Refused(Kind.METHOD_NOT_ALLOWED, "Use POST" + (logout ? "" : " or GET"));
            }
        } catch (Refused e) {
            e.problem().writeTo(request, response);
        }
    }

    private void post(HttpServletRequest request, HttpServletResponse response, boolean logout) throws IOException {
        String accept = Optional.ofNullable(request.getHeader("Accept")).orElse("");
        if (logout && Entrance.bearer(request).isPresent()) {
            end(Entrance.bearer(request).get());
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else if (logout) {
            requireOurs(request);
            logout(request, response);
        } else if (accept.contains("application/json")) {
            token(request, response, Form.body(request));
        } else {
            requireOurs(request);
            person(request, response, Form.body(request));
        }
    }

    private static void requireOurs(HttpServletRequest request) {
        if (!Origins.isOurs(request)) {
            throw new Refused(
                    Kind.FORBIDDEN,
                    "Only the page of this server itself may do this; programs accept application/json");
        }
    }

    private void token(HttpServletRequest request, HttpServletResponse response, Form form) throws IOException {
        Optional<String> token;
        try {
            token = keep.doorkeeper.login(form.get("username"), form.get("password"), request.getRemoteAddr());
        } catch (TooManyAttempts e) {
            throw new Refused(new Problem(Kind.TOO_MANY, sentence(e), Map.of("Retry-After", seconds(e))));
        }
        String given = token.orElseThrow(() -> new Refused(Kind.UNAUTHORIZED, "The name or the password is wrong"));
        byte[] answer = Json.write(Map.of(
                        "access_token",
                        given,
                        "token_type",
                        "bearer",
                        "expires_in",
                        keep.settings.login().toSeconds()))
                .getBytes(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.setContentLength(answer.length);
        response.getOutputStream().write(answer);
    }

    private void person(HttpServletRequest request, HttpServletResponse response, Form form) throws IOException {
        String name = form.get("username");
        String next = LoginPage.next(form.get("next"));
        try {
            Account account = keep.passwords
                    .account(name, form.get("password"), request.getRemoteAddr())
                    .orElseThrow(() -> new Refused(Kind.UNAUTHORIZED, "The name or the password is wrong."));
            begin(request, response, chosen(account, form.get("new")));
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", next);
        } catch (TooManyAttempts e) {
            response.setHeader("Retry-After", seconds(e));
            page.send(response, Kind.TOO_MANY.status, sentence(e) + ".", name, next);
        } catch (Refused e) {
            e.problem().headers().forEach(response::setHeader);
            page.send(response, e.problem().kind().status, e.problem().detail(), name, next);
        }
    }

    /** The account with the password its user has chosen now, if any. */
    private Account chosen(Account account, String password) {
        if (password.isEmpty() && account.until().isPresent()) {
            throw new Refused(
                    Kind.INVALID,
                    "This password is for one time. Log in once more and choose one of your own below it.");
        }
        if (password.isEmpty()) {
            return account;
        }
        try {
            return keep.users.choose(account.name(), password);
        } catch (IllegalArgumentException e) {
            throw new Refused(Kind.INVALID, e.getMessage() + ".");
        }
    }

    private void begin(HttpServletRequest request, HttpServletResponse response, Account account) {
        SessionCookie.set(request, response, keep.logins.token(keep.logins.begin(account)), keep.settings.login());
    }

    private void end(String token) {
        Login login = keep.logins
                .find(token, Secrets.digest(token))
                .orElseThrow(() ->
                        new Refused(Kind.UNAUTHORIZED, "The token is not that of a login, or not valid any more"));
        keep.users.revoke(login.id(), login.user());
    }

    private void logout(HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.of(request)
                .flatMap(token -> keep.logins.find(token, Secrets.digest(token)))
                .ifPresent(login -> keep.users.revoke(login.id(), login.user()));
        SessionCookie.clear(request, response);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "/login");
    }

    private static String sentence(TooManyAttempts fault) {
        return String.valueOf(fault.getMessage());
    }

    private static String seconds(TooManyAttempts fault) {
        return String.valueOf(Math.max(1, fault.delay().toSeconds()));
    }
}
