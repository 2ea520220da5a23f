package org.busbar.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Quantity;
import org.busbar.api.inventory.Effect;
import org.busbar.api.inventory.SampleCard;
import org.busbar.api.inventory.SampleCard.State;

/**
 * The card of every sample. What happened is taken down even where it does not fit what was known; then the sample is
 * unverified. For one thread at a time.
 */
final class SampleBook {

    private final Map<String, SampleCard> cards = new LinkedHashMap<>();

    /** Every sample, oldest first. */
    List<SampleCard> all() {
        return List.copyOf(cards.values());
    }

    Optional<SampleCard> find(String sample) {
        return Optional.ofNullable(cards.get(sample));
    }

    /**
     * Takes down what was done to a sample; effects on stocks are passed over.
     *
     * @param origin of a sample that is made
     * @return where the book did not fit what happened
     */
    Optional<String> happened(Effect effect, String origin, Instant time) {
        if (effect instanceof Effect.Made made) {
            return made(made, origin, time);
        } else if (effect instanceof Effect.Moved moved) {
            return moved(moved, time);
        } else if (effect instanceof Effect.Drawn drawn) {
            return drawn(drawn, time);
        } else if (effect instanceof Effect.Ended ended) {
            return ended(ended, time);
        }
        return Optional.empty();
    }

    /**
     * Takes down what may have been done: what may be gone counts as gone, and each sample it handles is unverified,
     * also those of which one would be made. A sample stays where it was last known to be.
     */
    Optional<String> doubted(Effect effect, String origin, Instant time) {
        boolean counts = effect instanceof Effect.Made || effect instanceof Effect.Drawn;
        Optional<String> misfit = counts ? happened(effect, origin, time) : Optional.empty();
        for (String sample : handled(effect)) {
            find(sample)
                    .filter(card -> card.state() == State.PRESENT)
                    .ifPresent(card -> put(card, card.amount(), card.position(), State.UNVERIFIED, time));
        }
        return misfit;
    }

    /** Takes down what a person says, which is verified. */
    void entered(Effect effect, String origin, Instant time) {
        happened(effect, origin, time);
        for (String sample : effect instanceof Effect.Ended ? List.<String>of() : subject(effect)) {
            find(sample).ifPresent(card -> put(card, card.amount(), card.position(), State.PRESENT, time));
        }
    }

    private static List<String> handled(Effect effect) {
        List<String> handled = new ArrayList<>(subject(effect));
        if (effect instanceof Effect.Made made) {
            handled.addAll(made.parents());
        }
        return handled;
    }

    /** The sample an effect is about; none if it is about a stock. */
    static List<String> subject(Effect effect) {
        if (effect instanceof Effect.Made made) {
            return List.of(made.sample());
        } else if (effect instanceof Effect.Moved moved) {
            return List.of(moved.sample());
        } else if (effect instanceof Effect.Drawn drawn) {
            return List.of(drawn.sample());
        } else if (effect instanceof Effect.Ended ended) {
            return List.of(ended.sample());
        }
        return List.of();
    }

    private Optional<String> made(Effect.Made made, String origin, Instant time) {
        boolean known = cards.containsKey(made.sample());
        Optional<String> fault = known
                ? Optional.of("it was made before")
                : Amounts.fault(made.amount()).map(text -> text + ", and counts as 0");
        Quantity amount = Amounts.fault(made.amount()).isEmpty()
                ? made.amount()
                : new Quantity(0, made.amount().unit(), Double.NaN);
        State state = fault.isEmpty() ? State.PRESENT : State.UNVERIFIED;
        cards.put(
                made.sample(),
                new SampleCard(made.sample(), made.parents(), amount, made.position(), state, origin, time));
        return fault.map(text -> misfit("made", made.sample(), text));
    }

    private Optional<String> moved(Effect.Moved moved, Instant time) {
        Optional<SampleCard> card = find(moved.sample());
        card.ifPresent(found -> put(found, found.amount(), moved.position(), after(found, false), time));
        return absence(card).map(text -> misfit("moved", moved.sample(), text));
    }

    private Optional<String> drawn(Effect.Drawn drawn, Instant time) {
        Optional<SampleCard> card = find(drawn.sample());
        Optional<String> fault = absence(card).or(() -> card.flatMap(found -> shortage(found, drawn.amount())));
        card.ifPresent(found ->
                put(found, left(found, drawn.amount()), found.position(), after(found, fault.isPresent()), time));
        return fault.map(text -> misfit("drawn from", drawn.sample(), text));
    }

    private static Quantity left(SampleCard card, Quantity amount) {
        boolean sound = Amounts.fault(amount, card.amount().unit()).isEmpty();
        return sound ? Amounts.left(card.amount(), amount) : card.amount();
    }

    private Optional<String> ended(Effect.Ended ended, Instant time) {
        Optional<SampleCard> card = find(ended.sample());
        card.ifPresent(found -> put(found, found.amount(), found.position(), State.ENDED, time));
        return card.isPresent()
                ? Optional.empty()
                : Optional.of(misfit("ended", ended.sample(), "it is not on the books"));
    }

    private static State after(SampleCard card, boolean misfits) {
        return misfits || card.state() == State.ENDED ? State.UNVERIFIED : card.state();
    }

    /** Why nothing can be done to a sample; empty if it is there or may be. */
    static Optional<String> absence(Optional<SampleCard> card) {
        if (card.isEmpty()) {
            return Optional.of("it is not on the books");
        }
        return card.filter(found -> found.state() == State.ENDED).map(found -> "it ended at " + found.since());
    }

    /** Why so much cannot be drawn from a sample. */
    static Optional<String> shortage(SampleCard card, Quantity amount) {
        Optional<String> fault = Amounts.fault(amount, card.amount().unit());
        return fault.isPresent() || Amounts.covers(card.amount(), amount)
                ? fault
                : Optional.of(amount + " are more than the " + card.amount() + " that are left");
    }

    private static String misfit(String done, String sample, String fault) {
        return "Sample " + sample + " was " + done + " although " + fault + "; look at it and enter what is there";
    }

    private void put(SampleCard card, Quantity amount, String position, State state, Instant time) {
        cards.put(
                card.sample(),
                new SampleCard(card.sample(), card.parents(), amount, position, state, card.origin(), time));
    }
}
