package org.busbar.lab;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.busbar.api.Quantity;
import org.busbar.api.broker.Price;
import tools.jackson.databind.JsonNode;

/** A price as a file has it: {@code {source: simulation, cost: 2.5, duration: 20 min, uncertainty: 0.02}}. */
final class PriceEntry {

    private static final List<String> KEYS = List.of("source", "cost", "duration", "uncertainty");

    private PriceEntry() {}

    /** The price; the usual one for what is missing or refused. */
    static Price read(Entry entry) {
        if (entry.node().isMissingNode() || !entry.only(KEYS)) {
            return Price.UNKNOWN;
        }
        return new Price(
                entry.at("source").read(PriceEntry::source).orElse(Price.UNKNOWN.source()),
                entry.at("cost").read(PriceEntry::amount).orElse(Price.UNKNOWN.cost()),
                StepReader.read(entry.at("duration"), Phrases::timeOrNone).orElse(Duration.ZERO),
                entry.at("uncertainty").read(PriceEntry::amount).orElse(Price.UNKNOWN.uncertainty()));
    }

    private static Price.Source source(JsonNode node) {
        for (Price.Source source : Price.Source.values()) {
            if (source.name().toLowerCase(Locale.ROOT).equals(node.asString(""))) {
                return source;
            }
        }
        throw new IllegalArgumentException(
                node + " is no source of answers; write experiment, simulation, calculation or person");
    }

    private static double amount(JsonNode node) {
        double amount = node.isNumber() ? node.doubleValue() : percent(node);
        if (!(amount >= 0) || Double.isInfinite(amount)) {
            throw new IllegalArgumentException(node + " is not a number from 0 on");
        }
        return amount;
    }

    private static double percent(JsonNode node) {
        return node.isString() ? Quantity.parse(node.stringValue()).in("1") : Double.NaN;
    }

    /** How many requests are taken at the same time. */
    static int atOnce(JsonNode node) {
        if (!node.isIntegralNumber() || node.intValue() < 1 || node.intValue() > 10_000) {
            throw new IllegalArgumentException(node + " is not a whole number from 1 to 10000");
        }
        return node.intValue();
    }
}
