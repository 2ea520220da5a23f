package org.busbar.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.inventory.Effect;
import org.busbar.api.inventory.SampleCard;
import org.busbar.api.inventory.Stock;

/**
 * Finds out whether what a step will use up is there.
 *
 * @param now against which the expiry of stocks is judged
 */
record ReservationCheck(Books books, Reservations kept, Instant now) {

    /** Everything that is not there, in one sentence; empty if nothing is missing. */
    Optional<String> refusal(String step, List<Effect> effects) {
        List<String> refusals = new ArrayList<>();
        uses(effects).forEach((stock, needs) -> stock(step, stock, needs).ifPresent(refusals::add));
        draws(effects).forEach((sample, needs) -> sample(step, sample, needs).ifPresent(refusals::add));
        return refusals.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", refusals));
    }

    private static Map<String, List<Quantity>> uses(List<Effect> effects) {
        Map<String, List<Quantity>> uses = new LinkedHashMap<>();
        for (Effect effect : effects) {
            if (effect instanceof Effect.Used used) {
                uses.computeIfAbsent(used.stock(), stock -> new ArrayList<>()).add(used.amount());
            }
        }
        return uses;
    }

    /** By sample, without those that the step makes itself. */
    private static Map<String, List<Quantity>> draws(List<Effect> effects) {
        Map<String, List<Quantity>> draws = new LinkedHashMap<>();
        Set<String> made = new HashSet<>();
        for (Effect effect : effects) {
            if (effect instanceof Effect.Made own) {
                made.add(own.sample());
            } else if (effect instanceof Effect.Drawn drawn && !made.contains(drawn.sample())) {
                draws.computeIfAbsent(drawn.sample(), sample -> new ArrayList<>())
                        .add(drawn.amount());
            }
        }
        return draws;
    }

    private Optional<String> stock(String step, String name, List<Quantity> needs) {
        Optional<Stock> found = books.stocks().find(name);
        if (found.isEmpty()) {
            return Optional.of("There is no stock " + name + ", of which " + joined(needs) + " are needed: supply "
                    + name + " or use another stock");
        }
        Stock stock = found.get();
        Unit unit = stock.level().unit();
        return expiry(stock)
                .or(() -> unsound("stock " + name, needs, unit))
                .or(() -> shortage(
                        "Stock " + name,
                        stock.level(),
                        kept.ofStock(name, unit, step),
                        Amounts.sum(needs, unit),
                        "supply " + name + " or use less"));
    }

    private Optional<String> expiry(Stock stock) {
        String lot = stock.lot().isEmpty() ? "" : ", lot " + stock.lot() + ",";
        return stock.expires()
                .filter(expires -> !now.isBefore(expires))
                .map(expires -> "Stock " + stock.name() + lot + " expired at " + expires + ": supply " + stock.name()
                        + " of a fresh lot or use another stock");
    }

    private Optional<String> sample(String step, String name, List<Quantity> needs) {
        Optional<SampleCard> found = books.samples().find(name);
        Optional<String> absence = SampleBook.absence(found);
        if (absence.isPresent()) {
            return absence.map(why -> "Nothing can be drawn from sample " + name + ", of which " + joined(needs)
                    + " are needed, since " + why + ": use another sample or enter it as made");
        }
        return found.flatMap(card -> sample(step, card, needs));
    }

    private Optional<String> sample(String step, SampleCard card, List<Quantity> needs) {
        String name = card.sample();
        if (card.state() == SampleCard.State.UNVERIFIED) {
            return Optional.of("Nothing can be drawn from sample " + name + ", which is unverified since "
                    + card.since() + ": look at it and enter what is there");
        }
        Unit unit = card.amount().unit();
        return unsound("sample " + name, needs, unit)
                .or(() -> shortage(
                        "Sample " + name,
                        card.amount(),
                        kept.ofSample(name, unit, step),
                        Amounts.sum(needs, unit),
                        "use less or another sample"));
    }

    private static Optional<String> unsound(String what, List<Quantity> needs, Unit unit) {
        return needs.stream()
                .flatMap(need -> Amounts.fault(need, unit).stream())
                .findFirst()
                .map(fault -> "The step cannot use " + what + ": " + fault + ": correct what the action says it uses");
    }

    private static Optional<String> shortage(
            String what, Quantity there, Quantity others, Quantity need, String advice) {
        Quantity left = Amounts.left(there, others);
        String beside = others.value() == 0 ? "" : " beside the " + others + " kept for other steps";
        return Amounts.covers(left, need)
                ? Optional.empty()
                : Optional.of(
                        what + " has " + plain(left) + " left" + beside + ", but " + need + " are needed: " + advice);
    }

    /** Without an uncertainty, which would round it. */
    private static Quantity plain(Quantity quantity) {
        return new Quantity(quantity.value(), quantity.unit(), Double.NaN);
    }

    private static String joined(List<Quantity> needs) {
        return String.join(" and ", needs.stream().map(Quantity::toString).toList());
    }
}
