package org.busbar.inventory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.busbar.api.Quantity;
import org.busbar.api.inventory.Effect;
import org.busbar.api.inventory.Stock;

/** The level of every stock; finite and never below 0. For one thread at a time. */
final class Ledger {

    private final Map<String, Stock> stocks = new TreeMap<>();

    /** Every stock, by name. */
    List<Stock> all() {
        return List.copyOf(stocks.values());
    }

    Optional<Stock> find(String name) {
        return Optional.ofNullable(stocks.get(name));
    }

    /** @throws IllegalArgumentException if there cannot be so much of it; the message says why */
    void requireSupply(Stock stock) {
        if (stock.name().isBlank()) {
            throw new IllegalArgumentException("A stock needs a name; give it one");
        }
        find(stock.name()).ifPresent(known -> require(stock, stock.level(), known.level()));
        require(stock, stock.level(), stock.level());
        require(stock, stock.low(), stock.level());
    }

    private static void require(Stock stock, Quantity amount, Quantity counted) {
        Amounts.fault(amount, counted.unit()).ifPresent(fault -> {
            throw new IllegalArgumentException("Stock " + stock.name() + ": " + fault);
        });
    }

    void supply(Stock stock) {
        stocks.put(stock.name(), stock);
    }

    /**
     * Takes down what was used up; a level that would go below 0 is 0.
     *
     * @return where the ledger did not fit what happened
     */
    Optional<String> use(Effect.Used used) {
        Optional<Stock> found = find(used.stock());
        if (found.isEmpty()) {
            return Optional.of(used.amount() + " of stock " + used.stock() + " were used, which is not on the books;"
                    + " supply " + used.stock());
        }
        return use(found.get(), used.amount());
    }

    private Optional<String> use(Stock stock, Quantity amount) {
        String advice = "; count it and supply " + stock.name();
        Optional<String> fault = Amounts.fault(amount, stock.level().unit());
        if (fault.isPresent()) {
            return fault.map(text -> "Use of stock " + stock.name() + " was not taken down: " + text + advice);
        }
        supply(stock.at(Amounts.left(stock.level(), amount)));
        return Amounts.covers(stock.level(), amount)
                ? Optional.empty()
                : Optional.of(amount + " of stock " + stock.name() + " were used, more than the " + stock.level()
                        + " on the books" + advice);
    }
}
