package org.busbar.rest;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.busbar.api.Values;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Provenance;
import org.busbar.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a tenant says of its answer: the fields of it, and how it came about. */
final class ResultForm {

    /** The most bytes of a result. */
    static final int LONGEST = 16 << 20;

    static final Form ANSWER = Form.of(
            TenantActor.FIELD,
            Form.text("method", "How it was determined").need(),
            Form.values("inputs", "At what it really was determined; as asked for if not said"),
            Form.values("outputs", "What the tenant offers").need(),
            Form.field(
                    "provenance", "Every step on the way, oldest first; one step of the tenant if not said", schema -> {
                        schema.put("type", "array").set("items", step());
                        return schema;
                    }));

    static final Form REPORT =
            ANSWER.and(Form.text("quantity", "What was determined").need());

    private static final List<String> STEP =
            List.of("step", "agent", "capability", "inputs", "outputs", "started", "ended");
    private static final List<String> AGENT = List.of("id", "bundle", "version", "sha256", "configuration");

    private ResultForm() {}

    private static ObjectNode step() {
        return (ObjectNode)
                Json.mapper()
                        .readTree(
                                """
                {"type": "object", "required": ["step", "agent", "started", "ended"], "additionalProperties": false,
                 "properties": {
                  "step": {"type": "string"},
                  "agent": {"type": "object", "required": ["id"], "additionalProperties": false, "properties": {
                   "id": {"type": "string"}, "bundle": {"type": "string"}, "version": {"type": "string"},
                   "sha256": {"type": "string"}, "configuration": {"type": "object", "additionalProperties": {"type": "string"}}}},
                  "capability": {"type": "string", "description": "What was asked of it"},
                  "inputs": {"$ref": "#/components/schemas/GivenValues"},
                  "outputs": {"$ref": "#/components/schemas/GivenValues"},
                  "started": {"type": "string", "format": "date-time"},
                  "ended": {"type": "string", "format": "date-time"}}}""");
    }

    /**
     * The steps in the body.
     *
     * @throws Refused naming everything that is wrong, each with its place
     */
    static List<Provenance> provenance(Body body) {
        JsonNode said = body.all().path("provenance");
        List<Problem.Fault> faults = new ArrayList<>();
        if (body.has("provenance") && !said.isArray()) {
            throw Refused.invalid("provenance", "provenance is no list of steps");
        }
        List<Provenance> steps = new ArrayList<>();
        for (int i = 0; said.isArray() && i < said.size(); i++) {
            steps.add(step("provenance[" + i + "]", said.get(i), faults));
        }
        if (!faults.isEmpty()) {
            throw Refused.invalid(faults);
        }
        return steps;
    }

    private static Provenance step(String path, JsonNode step, List<Problem.Fault> faults) {
        only(path, step, STEP, faults);
        Instant started = instant(path + ".started", step.path("started"), faults);
        Instant ended = instant(path + ".ended", step.path("ended"), faults);
        if (ended.isBefore(started)) {
            faults.add(
                    new Problem.Fault(path + ".ended", path + ".ended = " + ended + " is before started = " + started));
        }
        return new Provenance(
                text(path + ".step", step.path("step"), faults),
                agent(path + ".agent", step.path("agent"), faults),
                step.has("capability") ? text(path + ".capability", step.get("capability"), faults) : "",
                values(path + ".inputs", step.path("inputs")),
                values(path + ".outputs", step.path("outputs")),
                "",
                started,
                ended);
    }

    private static Agent agent(String path, JsonNode agent, List<Problem.Fault> faults) {
        only(path, agent, AGENT, faults);
        Agent named = Agent.named(text(path + ".id", agent.path("id"), faults));
        Map<String, String> configuration = new TreeMap<>();
        agent.path("configuration")
                .properties()
                .forEach(entry -> configuration.put(
                        entry.getKey(), text(path + ".configuration." + entry.getKey(), entry.getValue(), faults)));
        return new Agent(
                named.id(),
                optional(path + ".bundle", agent.path("bundle"), faults),
                optional(path + ".version", agent.path("version"), faults),
                optional(path + ".sha256", agent.path("sha256"), faults),
                configuration);
    }

    private static Values values(String path, JsonNode given) {
        if (given.isMissingNode() || given.isNull()) {
            return Values.none();
        }
        if (!given.isObject()) {
            throw Refused.invalid(path, path + " is not an object {\"name\": value, ...}");
        }
        return Inputs.read(path, given, List.of());
    }

    private static void only(String path, JsonNode object, List<String> known, List<Problem.Fault> faults) {
        if (!object.isObject()) {
            faults.add(new Problem.Fault(path, path + " is missing or no object with " + String.join(", ", known)));
            return;
        }
        for (String member : object.propertyNames()) {
            if (!known.contains(member)) {
                String place = path + "." + member;
                faults.add(new Problem.Fault(place, place + " is not known here, only " + String.join(", ", known)));
            }
        }
    }

    private static String optional(String path, JsonNode node, List<Problem.Fault> faults) {
        return node.isMissingNode() || node.isNull() ? "" : text(path, node, faults);
    }

    private static String text(String path, JsonNode node, List<Problem.Fault> faults) {
        if (!node.isString()) {
            faults.add(new Problem.Fault(path, path + " is missing or no text"));
            return "";
        }
        return node.stringValue();
    }

    private static Instant instant(String path, JsonNode node, List<Problem.Fault> faults) {
        try {
            return OffsetDateTime.parse(node.isString() ? node.stringValue() : "")
                    .toInstant();
        } catch (DateTimeParseException e) {
            faults.add(new Problem.Fault(path, path + " is missing or no time such as 2030-01-31T12:00:00Z"));
            return Instant.EPOCH;
        }
    }
}
