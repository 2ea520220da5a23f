package org.busbar.rest;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Tenants;
import tools.jackson.databind.JsonNode;

/** Reads the values of requests and results, also in short forms; whether they fit is for the broker to say. */
final class RequestInputs {

    private final Tenants tenants;

    RequestInputs(Tenants tenants) {
        this.tenants = tenants;
    }

    /** What a request gives to whoever answers it by one of these methods. */
    Values inputs(String place, JsonNode given, String quantity, List<String> methods) {
        return read(place, given, () -> offers().filter(offer -> offer.answers(quantity, methods))
                .flatMap(offer -> offer.capability().inputs().stream()));
    }

    /** What a tenant took, by its own offer. */
    Values inputsOf(String tenant, String quantity, String method, JsonNode given) {
        return read("inputs", given, () -> offers(tenant, quantity, method)
                .flatMap(offer -> offer.capability().inputs().stream()));
    }

    /** What a tenant gave, by its own offer. */
    Values outputsOf(String tenant, String quantity, String method, JsonNode given) {
        return read("outputs", given, () -> offers(tenant, quantity, method)
                .flatMap(offer -> offer.capability().outputs().stream()));
    }

    /** Looks the offers up only if there are texts, which may be short forms of something else. */
    private static Values read(String place, JsonNode given, Declared declared) {
        boolean hasTexts = StreamSupport.stream(given.spliterator(), false).anyMatch(JsonNode::isString);
        return Inputs.read(place, given, hasTexts ? declared.parameters().toList() : List.of());
    }

    /** The parameters that may be meant; of two of one name the first counts. */
    @FunctionalInterface
    private interface Declared {
        Stream<Parameter> parameters();
    }

    private Stream<Offer> offers() {
        return tenants.offers().values().stream().flatMap(List::stream);
    }

    /** What a tenant offers of a quantity by a method. */
    Stream<Offer> offers(String tenant, String quantity, String method) {
        return tenants.offers().getOrDefault(tenant, List.of()).stream()
                .filter(offer -> offer.answers(quantity, List.of(method)));
    }
}
