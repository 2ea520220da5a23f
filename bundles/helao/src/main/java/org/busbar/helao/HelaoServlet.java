package org.busbar.helao;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.busbar.api.event.JournalException;
import org.busbar.api.security.Caller;
import org.busbar.api.security.Role;
import org.busbar.json.Json;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HELAO's orchestrator over HTTP. Who may see the lab may read here, and who may work with its devices may do the rest;
 * somebody else has found out who asks and set the user principal. Every answer is JSON.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/orchestrator/*")
public final class HelaoServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(HelaoServlet.class);

    /** How long an experiment may be, in bytes. */
    static final int LONGEST = 4 << 20;

    private final transient Operations operations;

    @Activate
    public HelaoServlet(@Reference Threads threads) {
        this(threads.desk());
    }

    HelaoServlet(Desk desk) {
        this.operations = new Operations(desk);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            authorize(request);
            write(response, 200, operations.answer(call(request)));
        } catch (SoeException e) {
            write(response, 422, Json.write(Map.of("detail", e.faults())));
        } catch (Refused e) {
            write(response, e.status(), detail(e.detail()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            write(response, 503, detail("The server is being stopped"));
        } catch (JournalException e) {
            write(response, 503, logged("The journal cannot be used just now; nothing was taken on", e));
        } catch (RuntimeException | LinkageError e) {
            write(response, 500, logged("The server met an error it did not foresee", e));
        }
    }

    /** Without a principal nobody has found out who asks, so nobody is served. */
    private static void authorize(HttpServletRequest request) {
        Role role = request.getMethod().equals("GET") ? Role.VIEWER : Role.OPERATOR;
        if (!(request.getUserPrincipal() instanceof Caller caller)) {
            throw new Refused(401, "It is not known who asks; send a token, or have this address trusted");
        }
        if (!caller.has(role)) {
            throw new Refused(403, caller.name() + " lacks the role " + role + ", which this takes");
        }
    }

    private static Call call(HttpServletRequest request) throws IOException {
        String path = request.getRequestURI();
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST || query.length() > LONGEST) {
            throw new Refused(413, "An experiment may have up to " + LONGEST + " bytes");
        }
        return new Call(
                request.getMethod(),
                path.substring(path.lastIndexOf('/') + 1),
                Call.query(query),
                new String(body, StandardCharsets.UTF_8));
    }

    private static String detail(String text) {
        return Json.write(Map.of("detail", text));
    }

    private static String logged(String detail, Throwable fault) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Error {}: a request of HELAO could not be answered", id, fault);
        return detail(detail + "; see error " + id + " in the server's log");
    }

    private static void write(HttpServletResponse response, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType("application/json");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
