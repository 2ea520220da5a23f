package org.busbar.rest;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.busbar.api.link.LinkFault;
import org.busbar.api.link.LinkStatus;
import org.busbar.api.link.Switchboard;
import org.busbar.api.security.Role;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lines to instruments: how they fare, their bytes, and failures that they act out. */
@Component(service = Routes.class)
public final class LinkRoutes implements Routes {

    private static final String TRACE = "/api/v1/links/trace";
    private static final Form.Field LINK =
            Form.text("link", "Its URI, as in the list of links").need();

    private static final Form FAULT = Form.of(
            LINK,
            Form.choice("kind", LinkFault.Kind.class, "What it acts out").need(),
            Form.whole("count", 1, LinkFault.ALWAYS, "How often; for ever if it is not given"),
            number("probability", "That an exchange is hit, above 0 and up to 1; 1 if it is not given"),
            Form.whole("seed", 0, Query.LARGEST, "Of the choice of which are hit; 0 if it is not given"),
            number("factor", "How many times longer a reply takes, for slow only; 10 if it is not given"),
            Form.flag("force", "Also on a line to a real instrument"));

    private final Switchboard switchboard;

    @Activate
    public LinkRoutes(@Reference Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    private static Form.Field number(String name, String says) {
        UnaryOperator<ObjectNode> schema = node -> node.put("type", "number");
        return Form.field(name, says, schema);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/links")
                        .says("Every line to an instrument, and how it fares")
                        .givesList(LinkStatus.class)
                        .does(call -> Response.json(switchboard.links())),
                Route.get(TRACE)
                        .by(Role.OPERATOR)
                        .says("What went over a line while it was traced, oldest first")
                        .query("link", Query.words(), "Its URI, as in the list of links")
                        .givesList(Switchboard.Traced.class)
                        .does(this::traced),
                ordering(TRACE, "Writes down what goes over a line, for a while")
                        .takes(Form.of(
                                LINK,
                                Form.text("for", "How long, such as 5 min; off ends it")
                                        .need()))
                        .does(this::trace),
                ordering("/api/v1/links/fault", "Has a line act out a failure, so that drivers and people can be tried")
                        .takes(FAULT)
                        .does(this::inject),
                ordering("/api/v1/links/mend", "Ends every failure that a line acts out")
                        .takes(Form.of(LINK))
                        .does(call -> after(call.json(), switchboard::mend)),
                ordering("/api/v1/links/reconnect", "Tries a lost line again now")
                        .takes(Form.of(LINK))
                        .does(call -> after(call.json(), switchboard::reconnect)));
    }

    private static Route.Draft ordering(String path, String says) {
        return Route.post(path).by(Role.OPERATOR).says(says).gives(LinkStatus.class);
    }

    private interface Order {
        void give(String link);
    }

    private Response after(Body body, Order order) {
        String link = status(body.text("link")).uri();
        Refused.where(() -> order.give(link));
        return Response.json(status(link));
    }

    /** @throws Refused if there is none of that URI */
    private LinkStatus status(String uri) {
        List<LinkStatus> links = switchboard.links();
        return links.stream()
                .filter(link -> link.uri().equals(uri))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("There is no link '" + uri + "', only "
                        + links.stream().map(LinkStatus::uri).toList()));
    }

    private Response traced(Call call) {
        String link =
                call.query("link").orElseThrow(() -> Refused.invalid("link", "link is missing: name one in the query"));
        return Response.json(switchboard.traced(status(link).uri()));
    }

    private Response trace(Call call) {
        Body body = call.json();
        Duration time = body.text("for").equals("off")
                ? Duration.ZERO
                : Span.of(body, "for").orElseThrow();
        return after(body, link -> switchboard.trace(link, time));
    }

    private Response inject(Call call) {
        Body body = call.json();
        LinkStatus link = status(body.text("link"));
        if (!link.isSimulated() && !body.flag("force")) {
            throw Refused.conflict(
                    "At the end of " + link.uri()
                            + " may be a real instrument, which a failure can leave in any state; say \"force\": true if that is meant");
        }
        LinkFault.Kind kind = kind(body.text("kind"));
        int count = body.number("count", LinkFault.ALWAYS, 1, LinkFault.ALWAYS);
        long seed = body.whole("seed").orElse(0);
        double probability = decimal(body, "probability", 1);
        double factor = decimal(body, "factor", 10);
        return after(body, uri -> switchboard.inject(uri, new LinkFault(kind, count, probability, seed, factor)));
    }

    private static LinkFault.Kind kind(String name) {
        for (LinkFault.Kind kind : LinkFault.Kind.values()) {
            if (kind.name().equals(name.toUpperCase(Locale.ROOT))) {
                return kind;
            }
        }
        throw Refused.invalid(
                "kind",
                "kind = '" + name + "' is not one of "
                        + List.of(LinkFault.Kind.values()).toString().toLowerCase(Locale.ROOT));
    }

    private static double decimal(Body body, String name, double otherwise) {
        JsonNode node = body.all().path(name);
        if (node.isMissingNode() || node.isNull()) {
            return otherwise;
        }
        if (!node.isNumber()) {
            throw Refused.invalid(name, name + " = " + node + " is not a number");
        }
        return node.doubleValue();
    }
}
