package org.busbar.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.busbar.api.Parameter;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.RequestException;
import org.busbar.json.Json;
import org.busbar.rest.Problem.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The problem document of values that nobody takes: each fault with its place in the body, the value, the unit and the
 * limits, and for requests the {@code nearest} offer with inputs that it would take.
 */
final class RequestRefusal {

    /** A fault, and what it is about; null if that cannot be told. */
    private record Part(Problem.Fault fault, @Nullable Parameter parameter, @Nullable Value value) {}

    private RequestRefusal() {}

    /** The answer to a request that nobody accepts. */
    static Response.Document of(Request request, RequestException refused) {
        Optional<RequestException.Near> nearest = refused.nearest();
        List<Part> parts =
                nearest.map(near -> parts(request, near)).orElseGet(() -> List.of(unknown(request, refused)));
        ObjectNode document = document(String.valueOf(refused.getMessage()), parts);
        nearest.ifPresent(near -> document.set("nearest", nearest(near)));
        return response(document);
    }

    /** The answer to outputs that the tenant does not offer. */
    static Response.Document of(Offer offer, Values outputs, String detail) {
        List<Part> parts = parts(
                "outputs",
                offer.capability().outputs().stream(),
                outputs,
                offer.capability().outputRefusals(outputs));
        return response(document(detail, parts));
    }

    private static Response.Document response(ObjectNode document) {
        return new Response.Document(Kind.INVALID.status, Problem.MEDIA_TYPE, document.toString(), Map.of());
    }

    private static Part unknown(Request request, RequestException refused) {
        String place = request.methods().isEmpty() ? "quantity" : "methods";
        return new Part(new Problem.Fault(place, String.valueOf(refused.getMessage())), null, null);
    }

    private static List<Part> parts(Request request, RequestException.Near near) {
        Offer offer = near.offer();
        String place = request.inputsOf().containsKey(offer.method()) ? "inputsOf." + offer.method() : "inputs";
        Stream<Parameter> limits = Stream.concat(
                offer.capability().inputs().stream(),
                offer.limitations().stream().flatMap(List::stream));
        return parts(place, limits, request.inputs(offer.method()), near.refusals());
    }

    /** Finds out which value each sentence is about. */
    private static List<Part> parts(String place, Stream<Parameter> limits, Values given, List<String> sentences) {
        Map<String, Parameter> bySentence = new LinkedHashMap<>();
        String side = place.equals("outputs") ? "output" : "input";
        limits.forEach(
                limit -> sentence(side, limit, given).ifPresent(sentence -> bySentence.putIfAbsent(sentence, limit)));
        return sentences.stream()
                .map(sentence -> part(place, given, sentence, bySentence.get(sentence)))
                .toList();
    }

    private static Optional<String> sentence(String side, Parameter limit, Values given) {
        Value value = given.byName().get(limit.name());
        return value == null ? Optional.of(side + " " + limit.name() + " is missing") : limit.refusal(value);
    }

    private static Part part(String place, Values given, String sentence, @Nullable Parameter about) {
        if (about == null) {
            return new Part(new Problem.Fault(stray(place, given, sentence), sentence), null, null);
        }
        Problem.Fault fault = new Problem.Fault(place + "." + about.name(), sentence);
        return new Part(fault, about, given.byName().get(about.name()));
    }

    /** The place of a sentence about something else: a value too many, what is wished, or all of it. */
    private static String stray(String place, Values given, String sentence) {
        if (sentence.startsWith("it costs ")) {
            return "budget";
        }
        if (sentence.startsWith("its relative uncertainty ")) {
            return "uncertainty";
        }
        return given.names().stream()
                .filter(name -> sentence.startsWith("there is no input " + name + ",")
                        || sentence.startsWith("there is no output " + name + ","))
                .findFirst()
                .map(name -> place + "." + name)
                .orElse(place);
    }

    private static ObjectNode document(String detail, List<Part> parts) {
        List<Problem.Fault> faults = parts.stream().map(Part::fault).toList();
        Problem problem = new Problem(Kind.INVALID, detail, faults, Map.of());
        ObjectNode document = (ObjectNode) Json.mapper().readTree(problem.json());
        ArrayNode written = document.withArray("faults");
        for (int i = 0; i < written.size(); i++) {
            describe(parts.get(i), (ObjectNode) written.get(i));
        }
        return document;
    }

    private static void describe(Part part, ObjectNode fault) {
        if (part.value() != null) {
            fault.set("value", Json.mapper().valueToTree(part.value()));
        }
        if (part.parameter() instanceof Parameter.Real real) {
            fault.put("unit", real.unit().ucum());
            limit(fault, "minimum", real.min());
            limit(fault, "maximum", real.max());
        } else if (part.parameter() instanceof Parameter.Whole whole) {
            fault.put("unit", "1").put("minimum", whole.min()).put("maximum", whole.max());
        } else if (part.parameter() instanceof Parameter.Choice choice) {
            choice.options().forEach(option -> fault.withArray("options").add(option));
        }
    }

    private static void limit(ObjectNode fault, String name, double limit) {
        if (Double.isFinite(limit)) {
            fault.put(name, limit);
        }
    }

    private static ObjectNode nearest(RequestException.Near near) {
        ObjectNode nearest = Json.mapper().createObjectNode();
        nearest.put("tenant", near.tenant()).put("method", near.offer().method());
        near.refusals().forEach(sentence -> nearest.withArray("refusals").add(sentence));
        near.fitting().ifPresent(inputs -> nearest.set("fitting", Json.mapper().valueToTree(inputs)));
        return nearest;
    }
}
