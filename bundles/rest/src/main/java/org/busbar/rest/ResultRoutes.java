package org.busbar.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.busbar.api.broker.Result;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;
import org.busbar.api.ontology.SchemaMapping;
import org.busbar.plug.Agents;
import org.busbar.plug.Shelf;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Results, as they are or in the words of a published schema. */
@Component(service = Routes.class)
public final class ResultRoutes implements Routes {

    private final Journal journal;
    private final Shelf<SchemaMapping> mappings;

    /** A schema that results can be had in. */
    record Format(String format, String mediaType, String bundle, String version) {}

    @Activate
    public ResultRoutes(@Reference Journal journal) {
        this.journal = journal;
        this.mappings = new Shelf<>("mapping", journal::append);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addMapping(SchemaMapping mapping, ServiceReference<SchemaMapping> reference) {
        mappings.add(mapping, Agents.of(reference), reference);
    }

    void removeMapping(ServiceReference<SchemaMapping> reference) {
        mappings.remove(reference, Agents.id(reference));
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/results/{request}", this::result),
                Route.get("/api/v1/formats", call -> Response.json(formats())));
    }

    private Response result(Call call) {
        Result result = result(call.name("request"));
        Optional<String> format = call.query("format");
        return format.isPresent() ? mapped(result, format.get()) : Response.json(result);
    }

    private Response mapped(Result result, String format) {
        try (Shelf.Loan<SchemaMapping> loan = mappings.borrow(format).orElseThrow(() -> unknown(format))) {
            SchemaMapping mapping = loan.plugin();
            return Response.text(mapping.mediaType(), Refused.where(() -> mapping.map(result)));
        }
    }

    private Refused unknown(String format) {
        return Refused.notFound("There is no format '" + format + "'; loaded are "
                + mappings.agents().keySet());
    }

    private Result result(String request) {
        List<Recorded> events = journal.of(request);
        for (Recorded recorded : events) {
            if (recorded.event() instanceof LabEvent.Resolved resolved) {
                return resolved.result();
            }
        }
        boolean asked = events.stream().anyMatch(recorded -> recorded.event() instanceof LabEvent.Requested);
        throw Refused.notFound(
                asked ? "Request '" + request + "' has no result" : "There is no request '" + request + "'");
    }

    private List<Format> formats() {
        List<Format> formats = new ArrayList<>();
        for (String id : mappings.agents().keySet()) {
            mappings.borrow(id).ifPresent(loan -> formats.add(format(id, loan)));
        }
        return formats;
    }

    private static Format format(String id, Shelf.Loan<SchemaMapping> loan) {
        try (loan) {
            return new Format(
                    id,
                    loan.plugin().mediaType(),
                    loan.agent().bundle(),
                    loan.agent().version());
        }
    }
}
