package org.busbar.rest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.busbar.json.Json;
import tools.jackson.databind.JsonNode;

/** The whole api on fakes, called without a server. */
final class Api {

    final MemoryJournal journal = new MemoryJournal();
    final Feed feed = new Feed();
    final FakeOrchestrator orchestrator = new FakeOrchestrator(journal);
    final FakeBroker broker = new FakeBroker(journal);
    final FakeCampaigns campaigns = new FakeCampaigns();
    final FakeLab lab = new FakeLab();
    final EventRoutes events = new EventRoutes(journal, feed, Duration.ofMillis(200));
    final ResultRoutes results = new ResultRoutes(journal);
    final StudyDesk studies = new StudyDesk(campaigns);

    Api() {
        journal.tell(feed);
    }

    List<Routes> groups() {
        RunDesk desk = new RunDesk(orchestrator, journal, feed);
        return List.of(
                new HealthRoutes(lab, journal, orchestrator, broker, campaigns, campaigns, campaigns),
                new LabRoutes(lab),
                new DeviceRoutes(orchestrator, desk),
                new RunRoutes(lab, desk),
                new VerbRoutes(orchestrator, desk),
                new InquiryRoutes(orchestrator, desk),
                new BarRoutes(orchestrator, journal),
                new DryRunRoutes(orchestrator, lab),
                new RequestRoutes(broker, journal),
                results,
                new CampaignRoutes(campaigns, lab),
                new ReportRoutes(campaigns, lab, campaigns, studies),
                events);
    }

    /** What a client would get; {@code headers} are name, value, name, value. */
    Response answer(String method, String url, String body, String... headers) {
        List<Route> routes =
                groups().stream().flatMap(group -> group.routes().stream()).toList();
        try {
            return new Router(routes).answer(call(method, url, body, headers));
        } catch (Refused e) {
            return Response.problem(e.problem());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Call call(String method, String url, String body, String... headers) {
        String[] parts = url.split("\\?", 2);
        Map<String, String> query = new HashMap<>();
        for (String pair : parts.length < 2 ? new String[0] : parts[1].split("&")) {
            query.put(pair.split("=")[0], pair.split("=")[1]);
        }
        Map<String, String> named = new HashMap<>(Map.of("content-type", "application/json"));
        for (int i = 0; i < headers.length; i += 2) {
            named.put(headers[i].toLowerCase(java.util.Locale.ROOT), headers[i + 1]);
        }
        List<String> path = new ArrayList<>(Arrays.asList(parts[0].substring(1).split("/")));
        return new Call(method, path, query, named, body, Map.of());
    }

    Response.Document get(String url) {
        return (Response.Document) answer("GET", url, "");
    }

    Response.Document post(String url, String body, String... headers) {
        return (Response.Document) answer("POST", url, body, headers);
    }

    static JsonNode json(Response.Document document) {
        return Json.mapper().readTree(document.text());
    }
}
