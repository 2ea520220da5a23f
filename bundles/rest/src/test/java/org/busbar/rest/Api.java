package org.busbar.rest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.busbar.api.security.Caller;
import org.busbar.api.security.Role;
import org.busbar.json.Json;
import org.busbar.links.LinkRoom;
import tools.jackson.databind.JsonNode;

/** The whole api on fakes, called without a server. */
final class Api {

    static final Caller LOCAL = new Caller("local", Set.of(Role.ADMIN), Set.of());

    final MemoryJournal journal = new MemoryJournal();
    final Feed feed = new Feed();
    final FakeOrchestrator orchestrator = new FakeOrchestrator(journal);
    final RealBroker broker = new RealBroker(journal);
    final FakeCampaigns campaigns = new FakeCampaigns();
    final FakeLab lab = new FakeLab();
    final FakePlugins plugins = new FakePlugins();
    final FakeUsers users = new FakeUsers();
    final LinkRoom links = new LinkRoom();
    final EventRoutes events = new EventRoutes(journal, feed);
    final ResultRoutes results = new ResultRoutes(journal, broker.results);
    final OptimizerRoutes optimizers = new OptimizerRoutes();
    final StudyDesk studies = new StudyDesk(campaigns);

    Api() {
        journal.tell(feed);
    }

    List<Routes> groups() {
        RunDesk desk = new RunDesk(orchestrator, journal, feed);
        List<Routes> groups = new ArrayList<>(broker.groups(feed));
        groups.addAll(List.of(
                new HealthRoutes(lab, journal, orchestrator, broker.broker, campaigns, campaigns, campaigns),
                new LabRoutes(lab),
                new PluginRoutes(lab, plugins),
                new DeviceRoutes(orchestrator, desk),
                new LinkRoutes(links),
                new RunRoutes(lab, desk),
                new VerbRoutes(orchestrator, desk),
                new InquiryRoutes(orchestrator, desk),
                new BarRoutes(orchestrator, journal),
                new DryRunRoutes(orchestrator, lab),
                results,
                new CampaignRoutes(campaigns, lab),
                new ShadowRoutes(campaigns),
                new SpaceRoutes(campaigns),
                new InsightRoutes(campaigns),
                optimizers,
                new ReportRoutes(campaigns, lab, campaigns, studies),
                events,
                new UserRoutes(users, users),
                new TokenRoutes(users),
                new AuditRoutes(users)));
        return groups;
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
        return call(method, path, query, named, body);
    }

    /** A call of a program of this machine. */
    static Call call(
            String method, List<String> path, Map<String, String> query, Map<String, String> headers, String body) {
        Content content = new Content(most -> body.getBytes(StandardCharsets.UTF_8));
        return new Call(method, path, query, headers, Optional.of(LOCAL), content);
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
