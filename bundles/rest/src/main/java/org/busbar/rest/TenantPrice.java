package org.busbar.rest;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.broker.Price;
import tools.jackson.databind.JsonNode;

/**
 * Reads a price as people write it: {@code {"source": "simulation", "cost": 1, "duration": "30 min", "uncertainty": 0.02}},
 * any of which may be left out.
 */
final class TenantPrice {

    private static final List<String> MEMBERS = List.of("source", "cost", "duration", "uncertainty");

    private final String path;
    private final JsonNode node;
    private final List<Problem.Fault> faults;

    private TenantPrice(String path, JsonNode node, List<Problem.Fault> faults) {
        this.path = path;
        this.node = node;
        this.faults = faults;
    }

    /**
     * Reads a price.
     *
     * @param faults takes what is wrong with it
     * @return an unknown one if it is not given or something is wrong
     */
    static Price read(String path, JsonNode node, List<Problem.Fault> faults) {
        return isNothing(node) ? Price.UNKNOWN : new TenantPrice(path, node, faults).price();
    }

    private Price price() {
        if (!node.isObject()) {
            fault("", "is no object {\"source\": \"experiment\", \"cost\": 1, \"duration\": \"30 min\"}");
            return Price.UNKNOWN;
        }
        for (String member : node.propertyNames()) {
            if (!MEMBERS.contains(member)) {
                fault("." + member, "is not known here, only " + String.join(", ", MEMBERS));
            }
        }
        Duration duration = TenantTime.read(path + ".duration", node.path("duration"), faults)
                .orElse(Duration.ZERO);
        return new Price(source(), number("cost", 0), duration, number("uncertainty", Double.NaN));
    }

    private Price.Source source() {
        JsonNode said = node.path("source");
        if (isNothing(said)) {
            return Price.UNKNOWN.source();
        }
        String word = said.isString() ? said.stringValue().toUpperCase(Locale.ROOT) : "";
        return Arrays.stream(Price.Source.values())
                .filter(source -> source.name().equals(word))
                .findFirst()
                .orElseGet(() -> {
                    fault(".source", "= " + said + " is not one of experiment, simulation, calculation, person");
                    return Price.UNKNOWN.source();
                });
    }

    private double number(String member, double otherwise) {
        JsonNode said = node.path(member);
        boolean isUnknown = said.isString() && said.stringValue().equals("NaN") && Double.isNaN(otherwise);
        if (isNothing(said) || isUnknown) {
            return otherwise;
        }
        double number = said.isNumber() ? said.doubleValue() : percent(said);
        if (!(number >= 0) || Double.isInfinite(number)) {
            fault("." + member, "= " + said + " is not a number from 0 on");
            return otherwise;
        }
        return number;
    }

    /** Such as {@code "2 %"}; no number if it is nothing of the kind. */
    private static double percent(JsonNode said) {
        try {
            return said.isString() ? Quantity.parse(said.stringValue()).in(Unit.ONE) : Double.NaN;
        } catch (IllegalArgumentException e) {
            return Double.NaN;
        }
    }

    private static boolean isNothing(JsonNode said) {
        return said.isMissingNode() || said.isNull();
    }

    private void fault(String member, String detail) {
        faults.add(new Problem.Fault(path + member, path + member + " " + detail));
    }
}
