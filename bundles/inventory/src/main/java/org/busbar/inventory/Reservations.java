package org.busbar.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.inventory.Effect;

/** What steps under way will use up. For one thread at a time. */
final class Reservations {

    private final Map<String, List<Effect>> kept = new HashMap<>();

    /** Keeps what a step will use up, in place of what was kept for it. */
    void keep(String step, List<Effect> effects) {
        List<Effect> uses = effects.stream()
                .filter(effect -> effect instanceof Effect.Used || effect instanceof Effect.Drawn)
                .toList();
        if (uses.isEmpty()) {
            kept.remove(step);
        } else {
            kept.put(step, uses);
        }
    }

    void release(String step) {
        kept.remove(step);
    }

    /** How much of a stock is kept for other steps than that one, in that unit. */
    Quantity ofStock(String stock, Unit unit, String step) {
        List<Quantity> amounts = new ArrayList<>();
        for (Effect effect : others(step)) {
            if (effect instanceof Effect.Used used && used.stock().equals(stock)) {
                amounts.add(used.amount());
            }
        }
        return sum(amounts, unit);
    }

    /** How much of a sample is kept for other steps than that one, in that unit. */
    Quantity ofSample(String sample, Unit unit, String step) {
        List<Quantity> amounts = new ArrayList<>();
        for (Effect effect : others(step)) {
            if (effect instanceof Effect.Drawn drawn && drawn.sample().equals(sample)) {
                amounts.add(drawn.amount());
            }
        }
        return sum(amounts, unit);
    }

    private List<Effect> others(String step) {
        return kept.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(step))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    /** Passes over what was kept while the name stood for matter of another kind. */
    private static Quantity sum(List<Quantity> amounts, Unit unit) {
        return Amounts.sum(
                amounts.stream()
                        .filter(amount -> amount.unit().measuresSameAs(unit))
                        .toList(),
                unit);
    }
}
