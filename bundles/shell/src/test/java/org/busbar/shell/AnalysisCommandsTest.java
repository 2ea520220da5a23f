package org.busbar.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Commands about analyses. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class AnalysisCommandsTest {

    private static final String ANALYSES = "[{\"id\": \"eis\", \"bundle\": \"b\", \"version\": \"1.0.0\", \"inputs\":"
            + " [{\"type\": \"Curve\", \"name\": \"frequency\", \"unit\": \"Hz\"},"
            + " {\"type\": \"Note\", \"name\": \"circuit\"}],"
            + " \"outputs\": [{\"type\": \"Real\", \"name\": \"r\", \"unit\": \"Ohm\"}],"
            + " \"defaults\": {\"circuit\": \"R0-C1\"}},"
            + " {\"id\": \"spectrum-file\", \"inputs\": [{\"type\": \"Artifact\", \"name\": \"file\"}], \"outputs\": []}]";
    private static final String DONE =
            "{\"id\": \"run-1\", \"state\": \"COMPLETED\", \"outputs\": {\"r\": {\"value\": 12, \"unit\": \"Ohm\"}}}";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private FakeServer server;

    @BeforeEach
    void serve() throws IOException {
        server = new FakeServer();
        server.has("GET /api/v1/analyses", ANALYSES);
        server.has("GET /api/v1/runs", "[]");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private int execute(String... arguments) {
        CommandLine line = Main.commandLine(Optional.empty());
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--url=" + server.url());
        return line.execute(all.toArray(String[]::new));
    }

    private void says(String part) {
        assertTrue(out.toString().contains(part), out::toString);
    }

    @Test
    void those_at_hand_are_listed_with_what_they_need() {
        assertEquals(0, execute("analyses"), err::toString);
        says("eis");
        says("frequency");
        assertEquals(0, execute("analyses", "eis"), err::toString);
        says("series in Hz");
        says("R0-C1");
        assertEquals(1, execute("analyses", "magic"));
    }

    @Test
    void a_file_is_sent_to_the_reader_and_charts_are_written() throws IOException {
        Path file = Files.writeString(folder.resolve("cell.csv"), "f,re,im\n");
        server.has("POST /api/v1/artifacts", "201 {\"uri\": \"a:1\", \"mediaType\": \"text/csv\", \"sha256\": \"1\"}");
        server.has("POST /api/v1/analyses/eis/runs", "202 {\"id\": \"run-1\", \"state\": \"RUNNING\"}");
        server.has("GET /api/v1/runs/run-1", DONE);
        server.has(
                "GET /api/v1/runs/run-1/charts",
                "[{\"step\": \"analyse\", \"name\": \"nyquist\", \"title\": \"t\", \"spec\": {\"mark\": \"point\"}}]");
        server.has("GET /api/v1/runs/run-1/charts/nyquist", "<svg/>");
        int code = execute(
                "analyse",
                "eis",
                "circuit=R0-p(R1,C1)",
                "file=@" + file,
                "--reader=spectrum-file",
                "--svg=" + folder.resolve("pictures"),
                "--vega=" + folder.resolve("specs"));
        assertEquals(0, code, err::toString);
        says("r = 12 Ohm");
        String posted = server.asked.stream()
                .filter(asked -> asked.startsWith("POST /api/v1/analyses"))
                .findFirst()
                .orElseThrow();
        assertTrue(posted.contains("\"inputs\":{\"circuit\":\"R0-p(R1,C1)\"}"), posted);
        assertTrue(posted.contains("\"readerInputs\":{\"file\":{\"uri\":\"a:1\""), posted);
        assertEquals("<svg/>", Files.readString(folder.resolve("pictures/nyquist.svg")));
        assertTrue(Files.readString(folder.resolve("specs/nyquist.vl.json")).contains("point"));
    }

    @Test
    void the_trials_of_a_campaign_are_sent_as_a_table() {
        server.has("GET /api/v1/campaigns/c-1/table", "x,k [mS/cm]\r\n1,2\r\n");
        server.has("POST /api/v1/artifacts", "201 {\"uri\": \"a:1\", \"mediaType\": \"text/csv\", \"sha256\": \"1\"}");
        server.has("POST /api/v1/analyses/eis/runs", DONE);
        server.has("GET /api/v1/runs/run-1", DONE);
        assertEquals(0, execute("analyse", "eis", "table=@campaign:c-1"), err::toString);
        assertTrue(server.asked.contains("POST /api/v1/artifacts x,k [mS/cm]\r\n1,2\r\n"), server.asked::toString);
    }

    @Test
    void an_analysis_that_fails_is_told_with_its_reason() {
        String failed = "{\"id\": \"run-1\", \"state\": \"FAILED\", \"reason\": \"eis: 3 points are too few\"}";
        server.has("POST /api/v1/analyses/eis/runs", failed);
        server.has("GET /api/v1/runs/run-1", failed);
        assertEquals(1, execute("analyse", "eis", "frequency={\"series\": [1], \"unit\": \"Hz\"}"));
        says("3 points are too few");
        assertEquals(2, execute("analyse", "eis", "file=@" + folder.resolve("none.csv")));
        assertTrue(err.toString().contains("cannot be read"), err::toString);
    }

    @Test
    void old_and_new_numbers_of_a_campaign_stand_side_by_side_with_the_best() {
        String path = "/api/v1/campaigns/c-1/reanalysis";
        String now = "{\"run\": \"run-c-1-1\", \"again\": \"again-1-run-c-1-1\", \"state\": \"COMPLETED\","
                + " \"reason\": \"\", \"after\": {\"k\": {\"value\": 8, \"unit\": \"mS/cm\", \"uncertainty\": 0.1}},"
                + " \"steps\": [{\"then\": {\"id\": \"eis\", \"bundle\": \"b\", \"version\": \"1.0.0\"},"
                + " \"now\": {\"id\": \"eis\", \"bundle\": \"b\", \"version\": \"1.1.0\"}}]}";
        server.has("POST " + path, "202 {}");
        server.has(
                "GET " + path,
                "{\"campaign\": \"c-1\", \"trials\": [{\"number\": 1, \"then\": {\"k\": {\"value\": 9, \"unit\":"
                        + " \"mS/cm\"}}, \"now\": " + now + "}], \"then\": {\"number\": 1, \"outputs\": {\"k\":"
                        + " {\"value\": 9, \"unit\": \"mS/cm\"}}}, \"now\": null}");
        server.has("POST " + path + "/adoption", "{}");
        assertEquals(0, execute("reanalyse", "c-1", "--adopt", "--by=me"), err::toString);
        says("trial 1");
        says("8 +- 0.1 mS/cm");
        says("eis (b 1.1.0), then eis (b 1.0.0)");
        says("the best then: trial 1 (k = 9 mS/cm)");
        says("the best now:  no trial counts");
        assertTrue(server.asked.contains("POST " + path + "/adoption {\"by\":\"me\"}"), server.asked::toString);
    }
}
