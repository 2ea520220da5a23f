package org.busbar.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.broker.Result;
import org.busbar.api.broker.Results;
import org.busbar.api.event.Journal;
import org.busbar.api.ontology.SchemaMapping;
import org.busbar.api.security.Role;
import org.busbar.plug.Agents;
import org.busbar.plug.Shelf;
import org.busbar.rest.Problem.Kind;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Results with their versions, as they are or in the words of a published schema. */
@Component(service = Routes.class)
public final class ResultRoutes implements Routes {

    static final String RESULTS = "/api/v1/results";
    private static final String RESULT = RESULTS + "/{request}";

    private static final Form AMEND = Form.of(
            Form.values("outputs", "The outputs as they should have been, all of them")
                    .need(),
            Form.reason().need());
    private static final Form DELETE = Form.of(Form.reason().need());

    private final Results results;
    private final ResultPages pages;
    private final Shelf<SchemaMapping> mappings;

    /** A schema that results can be had in. */
    record Format(String format, String mediaType, String bundle, String version) {}

    @Activate
    public ResultRoutes(@Reference Journal journal, @Reference Results results) {
        this.results = results;
        this.pages = new ResultPages(results, journal);
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
                Route.get(RESULTS)
                        .says("Versions of results in the order they came; the header Link leads to the next page")
                        .query("quantity", Query.words(), "What was determined")
                        .query("method", Query.words(), "How")
                        .query("deleted", Query.flag(), "Those that were deleted, too")
                        .query(
                                "after",
                                Query.whole(0, Query.LARGEST, 0),
                                "The number of the last one that is not wanted")
                        .query("limit", Query.whole(1, 1000, 100), "The most to be given")
                        .givesList(ResultPages.Row.class)
                        .does(this::list),
                deletable(Route.get(RESULT))
                        .says("The result of a request, as it is or in the words of a published schema")
                        .query("version", Query.whole(1, 1_000_000), "Which version; the latest if it is not said")
                        .query("format", Query.words(), "One of the formats that are loaded")
                        .gives(Result.class)
                        .givesType("text/plain")
                        .does(call -> shown(call, history -> result(call, history))),
                deletable(Route.get(RESULT + "/versions"))
                        .says("Every version of a result, newest first")
                        .gives(Results.History.class)
                        .does(call -> shown(call, Response::json)),
                Route.post(RESULT + "/amend")
                        .byAnyCaller()
                        .says("Corrects a result by a new version; for the tenant that gave it and for scientists")
                        .takes(AMEND)
                        .upTo(ResultForm.LONGEST)
                        .gives(201, Result.class)
                        .does(this::amend),
                Route.delete(RESULT)
                        .byAnyCaller()
                        .says("Marks a result as deleted; for the tenant that gave it and for scientists")
                        .takes(DELETE)
                        .gives(Results.History.class)
                        .does(this::delete),
                Route.get("/api/v1/formats")
                        .says("The schemas that results can be had in")
                        .givesList(Format.class)
                        .does(call -> Response.json(formats())));
    }

    private static Route.Draft deletable(Route.Draft draft) {
        return draft.query("deleted", Query.flag(), "Also if it was deleted, which is answered by 410 otherwise")
                .gives(410, Shape.NOTHING);
    }

    private Response list(Call call) {
        ResultPages.Page page = pages.read(
                call.query("quantity"), call.query("method"), call.flag("deleted"), call.whole("after"), (int)
                        call.whole("limit"));
        OptionalLong next = page.next();
        Response.Document document = Response.json(page.rows());
        return next.isEmpty() ? document : RequestRoutes.linked(document, call, "after", next.getAsLong());
    }

    private Response result(Call call, Results.History history) {
        Result result = version(call, history);
        Optional<String> format = call.query("format");
        return format.isPresent() ? mapped(result, format.get()) : Response.json(result);
    }

    private static Result version(Call call, Results.History history) {
        OptionalLong wanted = call.optionalWhole("version");
        if (wanted.isEmpty()) {
            return history.latest();
        }
        return history.versions().stream()
                .filter(result -> result.version() == wanted.getAsLong())
                .findFirst()
                .orElseThrow(() -> Refused.notFound("There is no version " + wanted.getAsLong()
                        + " of that result, only 1 to " + history.latest().version()));
    }

    private Response shown(Call call, Function<Results.History, Response> view) {
        Results.History history = history(call.name("request"));
        boolean isHidden = history.status() == Results.Status.DELETED && !call.flag("deleted");
        if (isHidden) {
            String detail = "The result of request '" + call.name("request") + "' was deleted; ?deleted=true shows it";
            throw new Refused(Kind.GONE, detail);
        }
        return view.apply(history);
    }

    private Results.History history(String request) {
        try {
            return results.history(request);
        } catch (IllegalArgumentException e) {
            throw Refused.notFound(String.valueOf(e.getMessage()));
        }
    }

    private Response amend(Call call) {
        Body body = call.json();
        Results.History history = corrected(call);
        if (history.status() == Results.Status.DELETED) {
            throw Refused.conflict(
                    "The result of request '" + call.name("request") + "' was deleted; it cannot be amended");
        }
        List<Parameter> like = Inputs.like(history.latest().outputs());
        Values outputs = Inputs.read("outputs", body.object("outputs"), like);
        String reason = body.text("reason");
        try {
            return Response.json(
                            201,
                            results.amend(
                                    call.name("request"), outputs, call.caller().name(), reason))
                    .located(RESULTS + "/" + call.name("request"));
        } catch (IllegalArgumentException e) {
            String sentence = String.valueOf(e.getMessage());
            throw Refused.invalid(sentence.startsWith("outputs") ? sentence.split("[ :]")[0] : "", sentence);
        }
    }

    /** The result, if the caller may correct it. */
    private Results.History corrected(Call call) {
        Results.History history = history(call.name("request"));
        String tenant = history.latest().tenant();
        if (!call.caller().mayActAs(tenant) && !call.caller().has(Role.SCIENTIST)) {
            throw new Refused(
                    Kind.FORBIDDEN,
                    "The result of request '" + call.name("request") + "' is by '" + tenant
                            + "'; only that tenant and scientists may correct it");
        }
        return history;
    }

    private Response delete(Call call) {
        String reason = call.json().text("reason");
        corrected(call);
        results.delete(call.name("request"), call.caller().name(), reason);
        return Response.json(history(call.name("request")));
    }

    private Response.Document mapped(Result result, String format) {
        try (Shelf.Loan<SchemaMapping> loan = mappings.borrow(format).orElseThrow(() -> unknown(format))) {
            SchemaMapping mapping = loan.plugin();
            return Response.text(mapping.mediaType(), Refused.where(() -> mapping.map(result)));
        }
    }

    private Refused unknown(String format) {
        return Refused.notFound("There is no format '" + format + "'; loaded are "
                + mappings.agents().keySet());
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
