package org.busbar.finales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.broker.Request;
import org.busbar.api.security.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Defects of the original in who may do what and how lists are served, by their numbers, with the behaviour required here. */
class DefectsOfAccessTest {

    @TempDir
    Path folder;

    private TestLab lab;

    @BeforeEach
    void open() throws Exception {
        lab = new TestLab(folder);
    }

    @AfterEach
    void close() throws Exception {
        lab.close();
    }

    @Test
    void d19_a_user_speaks_for_its_own_tenants_only() throws Exception {
        assertEquals(403, lab.status("lab1", "POST", "/requests/", TestLab.request(298)));
        assertEquals(403, lab.status("viewer", "POST", "/requests/", TestLab.request(298)));
        String id = lab.ask();
        assertEquals(403, lab.change("viewer", id, "reserved").statusCode());
        assertEquals(403, lab.status("lab1", "POST", "/results/", TestLab.result(id, TestLab.TWO, "1")));
        assertEquals(403, lab.status("viewer", "POST", "/results/", TestLab.result(id, TestLab.ONE, "1")));
        assertEquals(
                403,
                lab.status("lab1", "POST", "/results/post_unsolicited_result", TestLab.result("", TestLab.TWO, "1")));
        assertTrue(lab.doorkeeper.audit.stream().anyMatch(line -> line.startsWith("lab1 was refused")));
        lab.doorkeeper.put(new Caller("nothing", Set.of(), Set.of()));
        assertEquals(403, lab.status("nothing", "GET", "/capabilities", ""));
    }

    @Test
    void d21_no_answer_has_a_hash() throws Exception {
        assertFalse(lab.send("lab1", "GET", "/test", "").body().contains("password"));
    }

    @Test
    void d22_an_unknown_user_and_a_wrong_password_look_alike() throws Exception {
        String path = "/user_management/authenticate";
        String[] form = {"Content-Type", "application/x-www-form-urlencoded"};
        HttpResponse<String> unknown = lab.send("", "POST", path, "username=nobody&password=x", form);
        HttpResponse<String> wrong = lab.send("", "POST", path, "username=lab1&password=x", form);
        assertEquals(401, unknown.statusCode());
        assertEquals(unknown.statusCode(), wrong.statusCode());
        assertEquals(unknown.body(), wrong.body());
    }

    @Test
    void d25_the_key_of_a_dump_is_never_echoed() throws Exception {
        assertFalse(
                lab.send("admin", "GET", "/database_dump/guess-1234", "").body().contains("guess-1234"));
    }

    @Test
    void d28_a_thousand_pending_requests_are_listed_within_milliseconds() throws Exception {
        for (int i = 0; i < 1000; i++) {
            lab.broker.submit(new Request(
                    UUID.randomUUID().toString(),
                    "conductivity",
                    List.of("probe_a"),
                    Values.of("temperature", Quantity.of(298, "K")),
                    "finales:" + TestLab.ASKER));
        }
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 50; i++) {
            long start = System.nanoTime();
            assertEquals(200, lab.status("lab1", "GET", "/pending_requests/", ""));
            best = Math.min(best, System.nanoTime() - start);
        }
        assertTrue(best < 100_000_000, "the best of 50 polls took " + best / 1e6 + " ms");
    }

    @Test
    void d29_a_list_can_be_had_in_parts_and_compressed() throws Exception {
        for (int i = 0; i < 20; i++) {
            lab.ask();
        }
        HttpResponse<String> zipped = lab.send("lab1", "GET", "/pending_requests", "", "Accept-Encoding", "gzip");
        assertEquals("gzip", zipped.headers().firstValue("Content-Encoding").orElse(""));
        assertEquals(20, lab.get("lab1", "/pending_requests").size());
        assertEquals(5, lab.get("lab1", "/pending_requests?limit=5").size());
    }

    @Test
    void d30_availability_goes_by_quantity_and_method() throws Exception {
        lab.write("capabilities/d.json", TestLab.CAPABILITY.formatted("probe_a").replace("conductivity", "density"));
        lab.facade.poll();
        List<String> offered = lab.get("viewer", "/capabilities")
                .valueStream()
                .map(one -> one.path("quantity").asString() + "/"
                        + one.path("method").asString())
                .toList();
        assertEquals(List.of("conductivity/probe_a", "conductivity/probe_b"), offered);
    }
}
