package org.busbar.rest;

import static org.busbar.rest.RequestApi.SCIENTIST;
import static org.busbar.rest.RequestApi.VIEWER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.busbar.api.security.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerRoutesTest {

    private static final Caller MARIE = RequestApi.tenant("marie");
    private static final Caller PIERRE = RequestApi.tenant("pierre");

    static final String OFFER =
            """
            {"lease": 0, "offers": [{"quantity": "colour", "method": "by <eye>", "price": {"source": "person"},
             "inputs": [{"name": "vial", "sample": true}, {"name": "light", "unit": "lx"}],
             "outputs": [{"name": "hue", "unit": "nm", "min": 380, "max": 740, "step": 5},
              {"name": "layers", "whole": true, "min": 1, "max": 9}, {"name": "clear", "options": ["yes", "no"]},
              {"name": "remarks", "note": true}, {"name": "profile", "curve": true, "unit": "mm"}]}]}""";

    private static final String ASK =
            "{\"quantity\": \"colour\", \"inputs\": {\"vial\": \"v<7>\", \"light\": \"500 lx\"}}";

    private static final String GOOD = "tenant=marie&do=answer&value-0=580&uncertainty-0=5&value-1=2&value-2=yes"
            + "&value-3=a+%22fine%22+one&value-4=1%2C+2.5%2C3";

    private RequestApi api;
    private String id = "";

    @BeforeEach
    void open(@TempDir Path folder) {
        api = new RequestApi(folder);
        api.expect(201, MARIE, "PUT", "/tenants/marie", OFFER);
        api.expect(201, PIERRE, "PUT", "/tenants/pierre", OFFER);
        id = api.post(201, SCIENTIST, "/requests", ASK).at("/request/id").stringValue();
    }

    @AfterEach
    void close() throws Exception {
        api.close();
    }

    private Response.Document get(Caller caller, String url) {
        return api.call(caller, "GET", url, "", "Accept", "text/html");
    }

    private Response.Document send(Caller caller, String form) {
        return api.call(
                caller,
                "POST",
                "/answer/" + id,
                form,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Accept",
                "text/html,*/*");
    }

    @Test
    void the_list_shows_what_is_asked_of_whom() {
        String mine = get(MARIE, "/answer").text();
        assertTrue(mine.contains("/answer/" + id + "?tenant=marie"), mine);
        assertTrue(mine.contains("asked by curie"));
        assertTrue(get(RequestApi.ADMIN, "/answer").text().contains("colour"));
        assertTrue(get(RequestApi.tenant("nobody"), "/answer").text().contains("Nobody asks you"));
        assertEquals(403, get(VIEWER, "/answer").status());
    }

    @Test
    void the_form_has_a_labelled_field_for_every_output() {
        Response.Document page = get(MARIE, "/answer/" + id);
        assertEquals(200, page.status());
        assertEquals("text/html", page.mediaType());
        String html = page.text();
        assertTrue(
                html.contains("type=\"number\" inputmode=\"decimal\" required min=\"380\" max=\"740\" step=\"5\""),
                html);
        assertTrue(html.contains("<select required") && html.contains("<option>yes</option>"));
        assertTrue(html.contains("hue in nm") && html.contains("maxlength=\"10000\""));
        assertTrue(html.contains("v&lt;7&gt;") && html.contains("by &lt;eye&gt;"));
        long fields = Pattern.compile(" id=\"(value-\\d)\"")
                .matcher(html)
                .results()
                .filter(field -> html.contains("<label for=\"" + field.group(1) + "\">"))
                .count();
        assertEquals(5, fields);
        assertFalse(html.contains("<script") || html.contains("style=\"") || html.contains("http://"), html);
        assertTrue(page.headers().get("Content-Security-Policy").startsWith("default-src 'none'; style-src 'sha256-"));
    }

    @Test
    void what_is_wrong_stands_beside_the_field_and_nothing_typed_is_lost() {
        Response.Document page = send(MARIE, GOOD.replace("580", "5800").replace("value-1=2", "value-1=2.5"));
        assertEquals(422, page.status());
        assertTrue(page.text().contains("above the limit of 740 nm"), page.text());
        assertTrue(page.text().contains("value=\"5800\"") && page.text().contains("value=\"2.5\""));
        assertTrue(page.text().contains("a &quot;fine&quot; one") && page.text().contains("<option selected>yes"));
        assertTrue(page.text().contains("aria-describedby=\"value-0-hint value-0-fault\" aria-invalid=\"true\""));
        assertFalse(page.text().contains("value-2-fault"));
        assertEquals("RESERVED", api.state(id));
        assertEquals("marie", api.get("/requests/" + id).get("tenant").stringValue());
        assertEquals(422, send(MARIE, "tenant=marie&do=answer").status());
    }

    @Test
    void a_good_answer_is_a_result_by_that_person() {
        Response.Document sent = send(MARIE, GOOD);
        assertEquals(303, sent.status(), sent.text());
        assertTrue(get(MARIE, sent.headers().get("Location")).text().contains("Thank you"));
        var result = api.get("/results/" + id);
        assertEquals(580, result.at("/outputs/hue/value").doubleValue());
        assertEquals(5, result.at("/outputs/hue/uncertainty").doubleValue());
        assertEquals("a \"fine\" one", result.at("/outputs/remarks").stringValue());
        assertEquals(2.5, result.at("/outputs/profile/series/1").doubleValue());
        assertEquals("marie", result.at("/provenance/0/agent/id").stringValue());
        assertEquals(409, send(PIERRE, GOOD.replace("marie", "pierre")).status());
    }

    @Test
    void a_request_is_claimed_and_given_back() {
        assertEquals(303, send(MARIE, "tenant=marie&do=claim").status());
        Response.Document taken = get(PIERRE, "/answer/" + id);
        assertEquals(409, taken.status());
        assertTrue(taken.text().contains("reserved by marie"));
        assertTrue(get(MARIE, "/answer").text().contains("you have it"));
        assertTrue(get(MARIE, "/answer/" + id).text().contains("Give it back"));
        assertEquals(409, send(PIERRE, GOOD.replace("marie", "pierre")).status());
        assertEquals(303, send(MARIE, "tenant=marie&do=release").status());
        assertEquals("PENDING", api.state(id));
    }

    @Test
    void nobody_answers_for_another() {
        assertEquals(403, send(PIERRE, GOOD).status());
        assertEquals("PENDING", api.state(id));
        assertEquals(404, get(MARIE, "/answer/none").status());
        assertTrue(get(MARIE, "/answer/none").text().startsWith("<!DOCTYPE html>"));
        assertEquals(400, send(MARIE, "tenant=marie&do=%zz").status());
        assertEquals(415, api.call(MARIE, "POST", "/answer/" + id, "{}").status());
    }
}
