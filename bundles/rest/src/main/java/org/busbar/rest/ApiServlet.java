package org.busbar.rest;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.busbar.api.event.JournalException;
import org.busbar.rest.Problem.Kind;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the HTTP api; a group of resources is served while the services it needs are there. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern({"/api/v1/*", "/health"})
@HttpWhiteboardServletAsyncSupported
public final class ApiServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ApiServlet.class);

    private final transient List<Routes> groups = new CopyOnWriteArrayList<>();
    private final transient Streams streams = new Streams();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addRoutes(Routes group) {
        groups.add(group);
    }

    void removeRoutes(Routes group) {
        groups.remove(group);
    }

    @Deactivate
    void close() throws InterruptedException {
        streams.close();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Response answer = answer(request);
        if (answer instanceof Response.Stream stream && !streams.open(request, response, stream.source())) {
            answer = Response.problem(Streams.FULL);
        }
        if (answer instanceof Response.Download download) {
            write(download, response);
        }
        if (answer instanceof Response.Document document) {
            write(document, request, response);
        }
    }

    private static void write(Response.Download download, HttpServletResponse response) throws IOException {
        try (InputStream bytes = download.bytes()) {
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setContentType(download.mediaType());
            bytes.transferTo(response.getOutputStream());
        }
    }

    private Response answer(HttpServletRequest request) throws IOException {
        try {
            Gate.check(
                    request.getMethod(),
                    request.getRemoteAddr(),
                    request.getHeader("Host"),
                    request.getHeader("Origin"));
            return router().answer(Calls.read(request));
        } catch (Refused e) {
            return Response.problem(e.problem());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Response.problem(new Problem(Kind.UNAVAILABLE, "The server is being stopped"));
        } catch (JournalException e) {
            return logged(Kind.UNAVAILABLE, "The journal cannot be read or written just now", e);
        } catch (RuntimeException | LinkageError e) {
            return logged(Kind.UNFORESEEN, "The server met an error it did not foresee", e);
        }
    }

    private Router router() {
        return new Router(
                groups.stream().flatMap(group -> group.routes().stream()).toList());
    }

    private static Response logged(Kind kind, String detail, Throwable fault) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Error {}: a request could not be answered", id, fault);
        return Response.problem(new Problem(kind, detail + "; see error " + id + " in the server's log"));
    }

    private static void write(Response.Document document, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] bytes = document.text().getBytes(StandardCharsets.UTF_8);
        response.setStatus(document.status());
        document.headers().forEach(response::setHeader);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType(
                document.mediaType() + (document.mediaType().startsWith("text/") ? "; charset=UTF-8" : ""));
        response.setContentLength(bytes.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(bytes);
        }
    }
}
