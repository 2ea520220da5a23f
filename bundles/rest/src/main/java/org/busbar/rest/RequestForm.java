package org.busbar.rest;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Tenants;
import org.busbar.api.broker.Wish;
import tools.jackson.databind.JsonNode;

/** What a client says when it asks for a measurement. */
final class RequestForm {

    private static final int HIGHEST_PRIORITY = 1_000_000;

    static final Form FORM = Form.of(
            Form.text("quantity", "What is to be determined").need(),
            Form.texts("methods", "The methods allowed; if there are none, the broker chooses by cost and uncertainty"),
            Form.values("inputs", "At what it is to be determined"),
            Form.field("inputsOf", "What a method is given in place of inputs, by method", schema -> {
                schema.put("type", "object");
                schema.putObject("additionalProperties").put("$ref", "#/components/schemas/" + Vocabulary.GIVEN_VALUES);
                return schema;
            }),
            Form.whole("priority", -HIGHEST_PRIORITY, HIGHEST_PRIORITY, "Who is served first: the higher number"),
            Form.field("deadline", "When it expires if nobody has begun", schema -> schema.put("type", "string")
                    .put("format", "date-time")),
            Form.quantity("budget", "The most it may cost, in the lab's own unit of cost"),
            Form.quantity("uncertainty", "The largest relative standard deviation that is of use, such as 0.01 or 1 %"),
            Form.text("parent", "The request for whose sake this one is made"),
            Form.text("askedBy", "Who wants it, if that is not the caller"));

    private final RequestInputs inputs;

    RequestForm(Tenants tenants) {
        this.inputs = new RequestInputs(tenants);
    }

    /** @throws Refused if it cannot be read; whether anybody can answer it is for the broker to say */
    Request read(String id, Call call) {
        Body body = call.json();
        String quantity = body.text("quantity");
        List<String> methods = body.texts("methods");
        requireDistinct(methods);
        return new Request(
                id,
                quantity,
                methods,
                inputs.inputs("inputs", body.object("inputs"), quantity, methods),
                inputsOf(body, quantity, methods),
                call.actor(body, "askedBy"),
                wish(body));
    }

    private static void requireDistinct(List<String> methods) {
        if (methods.stream().distinct().count() < methods.size()) {
            throw Refused.invalid("methods", "methods = " + methods + " names a method twice");
        }
    }

    private Map<String, Values> inputsOf(Body body, String quantity, List<String> methods) {
        Map<String, Values> byMethod = new LinkedHashMap<>();
        body.object("inputsOf").properties().forEach(entry -> {
            String method = entry.getKey();
            String place = "inputsOf." + method;
            if (!methods.isEmpty() && !methods.contains(method)) {
                throw Refused.invalid(place, place + " is for a method that is not among the methods " + methods);
            }
            if (!entry.getValue().isObject()) {
                throw Refused.invalid(place, place + " is not an object {\"name\": value, ...}");
            }
            byMethod.put(method, inputs.inputs(place, entry.getValue(), quantity, List.of(method)));
        });
        return byMethod;
    }

    private static Wish wish(Body body) {
        return new Wish(
                body.number("priority", 0, -HIGHEST_PRIORITY, HIGHEST_PRIORITY),
                body.optionalText("deadline").map(RequestForm::instant),
                number(body, "budget"),
                number(body, "uncertainty"),
                body.optionalText("parent").orElse(""));
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw Refused.invalid(
                    "deadline",
                    "deadline = '" + text + "' is not a time such as 2030-01-31T12:00:00Z, with its offset from UTC");
        }
    }

    /** A number of at least 0 and of unit 1; infinite if it is not given. */
    private static double number(Body body, String name) {
        if (!body.has(name)) {
            return Double.POSITIVE_INFINITY;
        }
        JsonNode node = body.all().get(name);
        Optional<Double> number = number(node).filter(read -> read >= 0 && Double.isFinite(read));
        return number.orElseThrow(
                () -> Refused.invalid(name, name + " = " + node + " is not a number from 0 on, without a unit"));
    }

    private static Optional<Double> number(JsonNode node) {
        try {
            if (node.isNumber()) {
                return Optional.of(node.doubleValue());
            }
            JsonNode text = node.path("value").isNumber() ? node.get("value") : node;
            Quantity read = text.isNumber()
                    ? Quantity.of(text.doubleValue(), node.path("unit").asString("1"))
                    : Quantity.parse(node.isString() ? node.stringValue() : "");
            return Optional.of(read.in(Unit.ONE));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
