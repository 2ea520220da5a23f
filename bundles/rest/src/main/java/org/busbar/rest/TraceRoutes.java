package org.busbar.rest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.busbar.api.Resource;
import org.busbar.api.Values;
import org.busbar.api.broker.Broker;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.api.broker.Results;
import org.busbar.api.broker.Ticket;
import org.busbar.api.event.Journal;
import org.busbar.api.experiment.Provenance;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** From a request to the raw data behind its answer. */
@Component(service = Routes.class)
public final class TraceRoutes implements Routes {

    private static final int MOST_PARENTS = 100;
    private static final int MOST = 1000; // requests in one answer

    private final Broker broker;
    private final Results results;
    private final Journal journal;

    @Activate
    public TraceRoutes(@Reference Broker broker, @Reference Results results, @Reference Journal journal) {
        this.broker = broker;
        this.results = results;
        this.journal = journal;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get(RequestRoutes.REQUESTS + "/{id}/trace")
                .says("Where a request comes from, what was done for it, and the files that came of it")
                .gives(TraceView.class)
                .does(call -> Response.json(trace(call.name("id")))));
    }

    private TraceView trace(String id) {
        return trace(RequestRoutes.ticket(broker, id), new HashSet<>());
    }

    /** @param seen what is told already, which a request made for the sake of several would be again */
    private TraceView trace(Ticket ticket, Set<String> seen) {
        String id = ticket.request().id();
        seen.add(id);
        Optional<Results.History> history = isAnswered(ticket) ? Optional.of(results.history(id)) : Optional.empty();
        List<Result> versions = history.map(Results.History::versions).orElse(List.of());
        List<RunView> runs = RunReader.read(journal.stream("run-" + id), RunReader.Page.FIRST).stream()
                .toList();
        List<TraceView> children = broker.children(id).stream()
                .filter(child -> seen.size() < MOST && seen.add(child.request().id()))
                .map(child -> trace(child, seen))
                .toList();
        return new TraceView(
                ticket,
                parents(ticket),
                children,
                history.map(Results.History::status),
                versions,
                runs,
                files(versions, runs));
    }

    private static boolean isAnswered(Ticket ticket) {
        return ticket.state() == Request.State.RESOLVED || ticket.state() == Request.State.UNSOLICITED;
    }

    private List<Ticket> parents(Ticket ticket) {
        List<Ticket> parents = new ArrayList<>();
        String next = ticket.request().wish().parent();
        while (!next.isEmpty() && parents.size() < MOST_PARENTS) {
            Optional<Ticket> parent = broker.ticket(next);
            parent.ifPresent(parents::add);
            next = parent.map(one -> one.request().wish().parent()).orElse("");
        }
        return parents;
    }

    private static List<TraceView.File> files(List<Result> versions, List<RunView> runs) {
        Files files = new Files();
        for (Result result : versions) {
            String place = "result version " + result.version();
            files.add(place, result.inputs());
            files.add(place, result.outputs());
            result.provenance().forEach(step -> files.add(place + "/" + step.step(), step));
        }
        for (RunView run : runs) {
            files.add(run.id(), run.outputs());
            for (Attempt attempt : run.steps()) {
                files.add(run.id() + "/" + attempt.step(), attempt.outputs());
                files.add(run.id() + "/" + attempt.step(), attempt.inputs());
            }
        }
        return files.found;
    }

    /** Files, each where it was found first. */
    private static final class Files {
        private final List<TraceView.File> found = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();

        void add(String place, Provenance step) {
            add(place, step.outputs());
            add(place, step.inputs());
        }

        void add(String place, Values values) {
            values.byName().forEach((name, value) -> {
                if (value instanceof Resource file && seen.add(file.sha256())) {
                    String href = "/api/v1/artifacts/" + file.sha256();
                    found.add(new TraceView.File(place + "." + name, file.mediaType(), file.sha256(), href));
                }
            });
        }
    }
}
