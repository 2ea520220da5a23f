package org.busbar.rest;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
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
@HttpWhiteboardServletPattern({"/api/v1/*", "/health", "/openapi.json", "/docs", "/docs/*", "/answer", "/answer/*"})
@HttpWhiteboardServletAsyncSupported
public final class ApiServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ApiServlet.class);

    private final transient List<Routes> groups = new CopyOnWriteArrayList<>();
    private final transient Waiters waiters = new Waiters();
    private final transient DocumentRoutes documents = new DocumentRoutes(this::served);
    private final transient DocsRoutes docs = new DocsRoutes();
    private transient volatile Router router = new Router(List.of());
    private final transient Streams streams;

    public ApiServlet() {
        this(new Streams());
    }

    ApiServlet(Streams streams) {
        this.streams = streams;
        plan();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addRoutes(Routes group) {
        groups.add(group);
        plan();
    }

    void removeRoutes(Routes group) {
        groups.remove(group);
        plan();
    }

    private synchronized void plan() {
        router = new Router(
                served().stream().flatMap(group -> group.routes().stream()).toList());
    }

    private List<Routes> served() {
        List<Routes> served = new ArrayList<>(groups);
        served.add(documents);
        served.add(docs);
        return served;
    }

    @Deactivate
    void close() throws InterruptedException {
        waiters.close();
        streams.close();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Response answer = answer(request);
        if (answer instanceof Response.Stream stream) {
            follow(stream, request, response);
        } else if (answer instanceof Response.Later later) {
            await(later, request, response);
        } else {
            deliver(answer, new Delivery(request, response));
        }
    }

    private void follow(Response.Stream stream, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getMethod().equals("HEAD")) {
            response.setContentType(EventRoutes.STREAM);
        } else if (!streams.open(request, response, stream.following())) {
            deliver(Response.problem(Streams.FULL), new Delivery(request, response));
        }
    }

    private void await(Response.Later later, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!waiters.add(request, response, later)) {
            deliver(Response.problem(Waiters.FULL), new Delivery(request, response));
        }
    }

    private static void deliver(Response answer, Delivery delivery) throws IOException {
        if (answer instanceof Response.Download download) {
            delivery.write(download);
        } else if (answer instanceof Response.File file) {
            delivery.write(file);
        } else if (answer instanceof Response.Document document) {
            delivery.write(document);
        }
    }

    private Response answer(HttpServletRequest request) throws IOException {
        try {
            return router.answer(Calls.read(request));
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

    private static Response logged(Kind kind, String detail, Throwable fault) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Error {}: a request could not be answered", id, fault);
        return Response.problem(new Problem(kind, detail + "; see error " + id + " in the server's log"));
    }
}
