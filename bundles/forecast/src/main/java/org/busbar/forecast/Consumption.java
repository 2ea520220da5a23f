package org.busbar.forecast;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.inventory.Effect;

/**
 * How much of each stock is used, in the unit it was first used in. Summed up in decimals, so that 0.1 mL ten times is
 * 1 mL.
 */
final class Consumption {

    private record Sum(BigDecimal amount, Unit unit) {}

    private final Map<String, Sum> sums = new TreeMap<>();

    /**
     * Adds what one action uses.
     *
     * @throws IllegalArgumentException if it is not a finite amount or in a unit that does not convert; then nothing is
     *     added
     */
    void add(Effect.Used used) {
        Sum before = sums.getOrDefault(
                used.stock(), new Sum(BigDecimal.ZERO, used.amount().unit()));
        double amount = used.amount().in(before.unit());
        if (!Double.isFinite(amount)) {
            throw new IllegalArgumentException(used.amount() + " of " + used.stock() + " is not a finite amount");
        }
        sums.put(used.stock(), new Sum(before.amount().add(BigDecimal.valueOf(amount)), before.unit()));
    }

    Map<String, Quantity> totals() {
        Map<String, Quantity> totals = new TreeMap<>();
        sums.forEach(
                (stock, sum) -> totals.put(stock, new Quantity(sum.amount().doubleValue(), sum.unit(), Double.NaN)));
        return totals;
    }
}
