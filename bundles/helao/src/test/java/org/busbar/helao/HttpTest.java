package org.busbar.helao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Principal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.busbar.api.security.Caller;
import org.busbar.api.security.Role;
import org.busbar.json.Json;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class HttpTest {

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Server server = new Server();
    private TestLab lab;
    private int port;
    private volatile Optional<Caller> caller = Optional.of(new Caller("otto", Set.of(Role.OPERATOR), Set.of()));

    @BeforeEach
    void open() throws Exception {
        lab = new TestLab(folder);
        HttpConfiguration settings = new HttpConfiguration();
        settings.setRequestHeaderSize(HelaoServlet.LONGEST + (1 << 16));
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(settings));
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(new HelaoServlet(lab.desk)), "/orchestrator/*");
        context.addFilter(new FilterHolder(this::introduce), "/*", EnumSet.of(DispatcherType.REQUEST));
        server.setHandler(context);
        server.start();
        port = connector.getLocalPort();
    }

    @AfterEach
    void close() throws Exception {
        server.stop();
        lab.close();
    }

    /** Says who asks, as the filter of the security bundle does. */
    private void introduce(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(
                new HttpServletRequestWrapper((HttpServletRequest) request) {
                    @Override
                    public Principal getUserPrincipal() {
                        return caller.orElse(null);
                    }
                },
                response);
    }

    private HttpResponse<String> send(String method, String operation, String query, String body) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + port + "/orchestrator/" + operation + "?" + query);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> add(String experiment) throws Exception {
        return send("POST", "addExperiment", "thread=0&experiment=" + encoded(experiment), "");
    }

    private JsonNode get(String operation, String query) throws Exception {
        HttpResponse<String> response = send("GET", operation, query, "");
        assertEquals(200, response.statusCode(), response.body());
        return Json.mapper().readTree(response.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void the_examples_of_the_format_run_over_http() throws Exception {
        assertEquals("{\"experiment\":\"helao-0-0\"}", add(LearningTest.FIRST).body());
        String first = "thread=0&mode=next&addresses=" + encoded("[\"peak_0/data/peak\"]");
        assertEquals(1, get("getData", first).size());
        add(LearningTest.following(1, 0));
        assertEquals(
                200,
                send("POST", "addExperiment", "", LearningTest.following(2, 0)).statusCode());
        add(LearningTest.LAST);
        lab.awaitMoves(3);
        lab.await(0, "uninitialized");
        JsonNode status =
                Json.mapper().readTree(get("getStatus", "").asString()).path("0");
        assertEquals(
                "wafer_12/lab_wafer_12_session_0.h5",
                status.path("history").get(0).path("path").asString());
        assertTrue(status.path("path").isNull());
        JsonNode peaks = inner(
                "getArray", "thread=0&addresses=" + encoded("[\"moveAbs_1/parameters/dx\", \"cv_1/data/data/u\"]"));
        assertEquals("[[0.0,[-0.2,0.3,0.8]],[2.5,[-0.2,0.3,0.8]]]", peaks.toString());
        String path = "path=wafer_12/lab_wafer_12_session_0.h5&run=0&address=";
        assertEquals(
                "[\"moveAbs_0\",\"cv_0\",\"peak_0\",\"meta\"]",
                inner("readHeaders", path + encoded("experiment_0:0")).toString());
        assertEquals(
                0.05,
                inner("getGroup", path + "experiment_0:0/cv_0")
                        .at("/data/parameters/rate")
                        .asDouble());
        assertEquals(
                "[2.5]",
                get("getData", "thread=0&mode=list&addresses=moveAbs_0/parameters/dx")
                        .toString());
    }

    private JsonNode inner(String operation, String query) throws Exception {
        return Json.mapper().readTree(get(operation, query).asString());
    }

    @Test
    void faults_of_a_client_are_told_with_their_place() throws Exception {
        HttpResponse<String> wrong = add("{\"soe\": [\"a/b\", \"a\"], \"params\": {\"b\": null}}");
        assertEquals(422, wrong.statusCode());
        assertEquals(
                1, Json.mapper().readTree(wrong.body()).at("/detail/0/step").asInt());
        assertEquals(422, add("nonsense").statusCode());
        assertEquals(409, add("{\"soe\": [\"a/b\"], \"params\": {\"b\": null}}").statusCode());
        assertEquals(405, send("GET", "clear", "", "").statusCode());
        assertEquals(404, send("GET", "nothing", "", "").statusCode());
        assertEquals(501, send("GET", "subscribe_status", "", "").statusCode());
        assertEquals(404, send("GET", "getArray", "thread=0&addresses=x", "").statusCode());
        assertEquals("null", send("POST", "pause", "", "").body());
    }

    @Test
    void an_experiment_of_three_megabytes_travels_in_the_address() throws Exception {
        String big = LaneTest.start("", "")
                .replace('\'', '"')
                .replace("12}", "12, \"note\": \"" + "x".repeat(3 << 20) + "\"}");
        assertEquals(200, add(big).statusCode());
        lab.await(0, "clear");
        assertEquals(3 << 20, lab.at(0, "experiment_0:0/meta/note").asString().length());
    }

    @Test
    void who_may_only_look_changes_nothing_and_who_is_unknown_sees_nothing() throws Exception {
        caller = Optional.of(new Caller("vera", Set.of(Role.VIEWER), Set.of()));
        assertEquals(200, send("GET", "getStatus", "", "").statusCode());
        assertEquals(403, send("POST", "pause", "", "").statusCode());
        caller = Optional.of(new Caller("robot", Set.of(Role.TENANT), Set.of("lab")));
        assertEquals(403, add(LearningTest.FIRST).statusCode());
        caller = Optional.empty();
        assertEquals(401, send("GET", "getStatus", "", "").statusCode());
        assertEquals(401, send("POST", "kill", "", "").statusCode());
    }
}
