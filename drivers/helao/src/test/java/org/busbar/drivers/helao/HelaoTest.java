package org.busbar.drivers.helao;

import static org.busbar.drivers.helao.Bench.perform;
import static org.busbar.drivers.helao.Bench.to;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.api.device.Detail;
import org.busbar.api.device.Device;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.Framing;
import org.busbar.api.link.Link;
import org.busbar.api.link.LinkException;
import org.busbar.api.link.Links;
import org.busbar.links.LinkRoom;
import org.busbar.links.Permissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On an action server in Python behind real HTTP. */
class HelaoTest {

    @TempDir
    Path lab;

    private static ActionServerProcess server;

    private final LinkRoom room = new LinkRoom();
    private final Links links = room.links(Permissions.ALL);

    @BeforeAll
    static void serve() throws Exception {
        server = new ActionServerProcess();
    }

    @AfterAll
    static void end() throws Exception {
        server.close();
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Device stage() {
        return Bench.driver(links, server.url(), Bench.file("stage.yaml"));
    }

    private Device stage(String right, String wrong) throws Exception {
        String good = Files.readString(Bench.file("stage.yaml"));
        assertTrue(good.contains(right), right);
        Path file = Files.writeString(lab.resolve("stage.yaml"), good.replace(right, wrong));
        return Bench.driver(links, server.url(), file);
    }

    private String calls() throws Exception {
        try (Link link = links.open(server.url(), Framing.prefixed(4))) {
            return new String(link.ask("GET /calls".getBytes(StandardCharsets.US_ASCII)), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void a_move_is_answered_when_it_is_there() throws Exception {
        Device stage = stage();
        Values reached = perform(stage, "move", to(4, -2, 1));
        assertEquals(4, reached.quantity("x_reached").in("mm"));
        assertEquals(-2, reached.quantity("y_reached").in("mm"));
        Series position = (Series) perform(stage, "position", Values.none()).get("position");
        assertArrayEquals(new double[] {4, -2, 1}, position.in(Unit.of("mm")));
    }

    @Test
    void a_server_that_redirects_is_asked_as_it_declares_once_it_is_known() throws Exception {
        Device stage = stage();
        perform(stage, "move", to(1, 0, 0));
        assertTrue(calls().contains("/stage/moveAbs?dx=1&dy=0&dz=0\", \"/stage/moveAbs/?dx=1"), calls());
        stage.selfTest();
        perform(stage, "move", to(2, 0, 0));
        assertTrue(calls().contains("\"/openapi.json\", \"/stage/moveAbs/?dx=2&dy=0&dz=0\""), calls());
    }

    @Test
    void lists_choices_and_texts_are_written_into_the_query() throws Exception {
        Values echo = perform(stage(), "configure", Bench.labelled("50 % Müll & more"));
        assertEquals(new Text("50 % Müll & more"), echo.get("echo"));
        assertTrue(
                calls().contains("names=first&names=second&soft=True&label=50%20%25%20M%C3%BCll%20%26%20more"),
                calls());
    }

    @Test
    void an_error_of_the_server_leaves_open_how_far_it_came() {
        LinkException told = assertThrows(LinkException.class, () -> perform(stage(), "move", to(150, 0, 0)));
        assertEquals(LinkException.Kind.GARBLED, told.kind());
        assertTrue(told.getMessage().contains("500") && told.getMessage().contains("soft limit"), told.getMessage());
    }

    @Test
    void a_request_that_is_refused_did_nothing() throws Exception {
        Device stage = stage("dz: \"{z in mm}\"", "dw: \"{z in mm}\"");
        DeviceException told = assertThrows(DeviceException.class, () -> perform(stage, "move", to(1, 0, 0)));
        assertEquals(Detail.REFUSED, told.detail());
        assertTrue(told.getMessage().contains("field required"), told.getMessage());
    }

    @Test
    void an_answer_that_is_cut_is_not_understood() throws Exception {
        Device stage = stage("call: configure", "call: nonsense");
        LinkException told = assertThrows(LinkException.class, () -> perform(stage, "configure", Bench.labelled("x")));
        assertEquals(LinkException.Kind.GARBLED, told.kind());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "server: stage    | server: lang       | IDENTITY_MISMATCH | has no action /lang/",
                "call: getPos     | call: getAll       | IDENTITY_MISMATCH | has no action /stage/getAll",
                "dz: \"{z in mm}\" | dw: \"{z in mm}\" | CONFIGURATION     | has no parameter 'dw'",
                "', dz: \"{z in mm}\"' | ''            | CONFIGURATION     | needs the parameter 'dz'"
            },
            quoteCharacter = '\'')
    void another_server_or_version_is_noticed(String right, String wrong, Detail detail, String why) throws Exception {
        DeviceException told = assertThrows(DeviceException.class, stage(right, wrong)::selfTest);
        assertEquals(detail, told.detail());
        assertTrue(told.getMessage().contains(why), told.getMessage());
    }

    @Test
    void the_right_server_is_passed() throws Exception {
        stage().selfTest();
    }

    @Test
    void something_else_that_speaks_http_is_noticed() throws Exception {
        Device stage = Bench.driver(links, server.url() + "/stage", Bench.file("stage.yaml"));
        assertThrows(DeviceException.class, stage::selfTest);
    }

    @Test
    void a_move_is_stopped_in_the_middle() throws Exception {
        Device stage = stage();
        FutureTask<Values> move = new FutureTask<>(() -> perform(stage, "move", to(100, 0, 0)));
        Thread worker = new Thread(move);
        worker.start();
        for (int i = 0; i < 200 && !callsSeenByAnother().contains("dx=100"); i++) {
            Thread.sleep(10);
        }
        Thread.sleep(100);
        stage.makeSafe();
        assertThrows(ExecutionException.class, () -> move.get(5, TimeUnit.SECONDS));
        double[] there = position(stage);
        Thread.sleep(100);
        assertTrue(there[0] < 100, "It went on to the end");
        assertArrayEquals(there, position(stage), "It still moves");
    }

    /** Asks in another room, since the line of the driver is busy. */
    private String callsSeenByAnother() throws Exception {
        try (LinkRoom other = new LinkRoom();
                Link link = other.links(Permissions.ALL).open(server.url(), Framing.prefixed(4))) {
            return link.ask("GET /calls");
        }
    }

    private static double[] position(Device stage) throws Exception {
        return ((Series) perform(stage, "position", Values.none()).get("position")).in(Unit.of("mm"));
    }

    @Test
    void a_server_that_is_not_there_was_asked_nothing() throws Exception {
        ActionServerProcess gone = new ActionServerProcess();
        Device stage = Bench.driver(links, gone.url(), Bench.file("stage.yaml"));
        gone.close();
        DeviceException told = assertThrows(DeviceException.class, () -> perform(stage, "height", Values.none()));
        assertEquals(Detail.OFFLINE, told.detail());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "server: stage     | server: stage/1   | 'stage/1' is not the name",
                "server: stage     | host: stage       | 'server' is missing",
                "call: moveAbs     | call: move Abs    | 'move Abs' is not the name",
                "{x in mm}         | {w in mm}         | there is no value 'w'",
                "pos/2}            | pos/2, w: /data}  | there is no output 'w'",
                "within: 1 min     | timeout: 1 min    | unknown key 'timeout'",
                "/data/data/pos/2  | data.pos.2        | is not a JSON pointer"
            })
    void a_mistake_in_the_description_is_told_with_its_line(String right, String wrong, String why) {
        String told = assertThrows(IllegalArgumentException.class, () -> stage(right, wrong))
                .getMessage();
        assertTrue(told.contains(why) && told.contains("stage.yaml, line "), told);
        assertEquals(0, room.links().size());
    }
}
