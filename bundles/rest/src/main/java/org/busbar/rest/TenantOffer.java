package org.busbar.rest;

import java.util.ArrayList;
import java.util.List;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Price;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads one offer as people write it: {@code {"quantity": "density", "method": "u-tube", "inputs": [{"name":
 * "temperature", "unit": "K", "min": 250}], "outputs": [...], "limitations": [...], "price": {...}}}. Inputs and outputs
 * may also stand within a {@code capability}, as the api writes them, and be objects that have the names as keys.
 */
final class TenantOffer {

    private final String path;
    private final JsonNode node;
    private final List<Problem.Fault> faults;

    /** A parameter as it stands somewhere. */
    private record Named(String place, String name, JsonNode entry) {}

    private TenantOffer(String path, JsonNode node, List<Problem.Fault> faults) {
        this.path = path;
        this.node = node;
        this.faults = faults;
    }

    /**
     * Reads an offer.
     *
     * @param faults takes what is wrong with it
     * @return null if anything is
     */
    static @Nullable Offer read(String path, JsonNode node, List<Problem.Fault> faults) {
        int before = faults.size();
        Offer read = new TenantOffer(path, node, faults).offer();
        return faults.size() == before ? read : null;
    }

    private @Nullable Offer offer() {
        if (!node.isObject()) {
            fault("", "is no object {\"quantity\": ..., \"method\": ..., \"inputs\": [...], \"outputs\": [...]}");
            return null;
        }
        String quantity = text(node, "quantity", "");
        String method = text(node, "method", "");
        Capability capability = capability(quantity);
        Price price = TenantPrice.read(path + ".price", node.path("price"), faults);
        return capability == null ? null : new Offer(quantity, method, capability, regions(capability), price);
    }

    private @Nullable Capability capability(String quantity) {
        boolean isWithin = node.path("capability").isObject();
        JsonNode around = isWithin ? node.get("capability") : node;
        String place = isWithin ? ".capability" : "";
        if (!isWithin) {
            only(node, "", "quantity", "method", "inputs", "outputs", "defaults", "limitations", "price");
        } else {
            only(around, place, "name", "inputs", "outputs", "defaults");
            only(node, "", "quantity", "method", "capability", "limitations", "price");
        }
        List<Parameter> inputs = parameters(place + ".inputs", around.path("inputs"), List.of());
        List<Parameter> outputs = parameters(place + ".outputs", around.path("outputs"), List.of());
        try {
            String name = isWithin && around.path("name").isString()
                    ? around.get("name").stringValue()
                    : quantity;
            return new Capability(name, inputs, outputs, defaults(place, around, inputs));
        } catch (IllegalArgumentException e) {
            fault(place, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private Values defaults(String place, JsonNode around, List<Parameter> inputs) {
        JsonNode defaults = around.path("defaults");
        return isNothing(defaults) ? Values.none() : Inputs.read(path + place + ".defaults", defaults, inputs);
    }

    private List<List<Parameter>> regions(Capability capability) {
        List<List<Parameter>> regions = new ArrayList<>();
        JsonNode said = node.path("limitations");
        if (!isNothing(said) && !said.isArray()) {
            fault(".limitations", "is not a list of regions [[{\"name\": ..., \"min\": ..., \"max\": ...}], ...]");
        }
        for (int i = 0; said.isArray() && i < said.size(); i++) {
            regions.add(region(".limitations[" + i + "]", said.get(i), capability.inputs()));
        }
        return regions;
    }

    private List<Parameter> region(String place, JsonNode said, List<Parameter> inputs) {
        List<Parameter> region = parameters(place, said, inputs);
        for (Parameter narrower : region) {
            if (find(inputs, narrower.name()) == null) {
                String names = inputs.stream().map(Parameter::name).toList().toString();
                fault(place + "." + narrower.name(), "is no input, only " + names + " are");
            }
        }
        return region;
    }

    /** A list of objects with a name each, or an object by name. */
    private List<Parameter> parameters(String place, JsonNode said, List<Parameter> like) {
        List<Parameter> parameters = new ArrayList<>();
        for (Named one : said.isObject() ? byName(place, said) : listed(place, said)) {
            Parameter read = TenantParameter.read(path + one.place, one.name, one.entry, find(like, one.name), faults);
            if (read != null) {
                parameters.add(read);
            }
        }
        return parameters;
    }

    private static List<Named> byName(String place, JsonNode said) {
        return said.properties().stream()
                .map(entry -> new Named(place + "." + entry.getKey(), entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<Named> listed(String place, JsonNode said) {
        List<Named> listed = new ArrayList<>();
        if (!isNothing(said) && !said.isArray()) {
            fault(place, "is not a list of parameters [{\"name\": ..., \"unit\": ...}]");
        }
        for (int i = 0; said.isArray() && i < said.size(); i++) {
            String at = place + "[" + i + "]";
            listed.add(new Named(at, name(at, said.get(i)), said.get(i)));
        }
        return listed;
    }

    private String name(String place, JsonNode entry) {
        return text(entry, "name", place);
    }

    private static @Nullable Parameter find(List<Parameter> parameters, String name) {
        return parameters.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private String text(JsonNode around, String member, String place) {
        JsonNode said = around.path(member);
        if (!said.isString() || said.stringValue().isBlank()) {
            fault(place + "." + member, "is missing or no text");
            return "";
        }
        return said.stringValue();
    }

    private void only(JsonNode object, String place, String... known) {
        for (String member : object.propertyNames()) {
            if (!List.of(known).contains(member)) {
                fault(place + "." + member, "is not known here, only " + String.join(", ", known));
            }
        }
    }

    private static boolean isNothing(JsonNode said) {
        return said.isMissingNode() || said.isNull();
    }

    private void fault(String member, String detail) {
        faults.add(new Problem.Fault(path + member, path + member + " " + detail));
    }
}
