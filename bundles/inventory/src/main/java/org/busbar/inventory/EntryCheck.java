package org.busbar.inventory;

import java.util.Optional;
import org.busbar.api.Quantity;
import org.busbar.api.inventory.Effect;
import org.busbar.api.inventory.SampleCard;
import org.busbar.api.inventory.Stock;

/** Finds out whether what a person enters can be. */
record EntryCheck(Books books) {

    /** @throws IllegalArgumentException if it cannot be, saying why and what to do */
    void require(Effect effect) {
        refusal(effect).ifPresent(refusal -> {
            throw new IllegalArgumentException(refusal);
        });
    }

    private Optional<String> refusal(Effect effect) {
        if (effect instanceof Effect.Used used) {
            return used(used);
        } else if (effect instanceof Effect.Made made) {
            return made(made);
        } else if (effect instanceof Effect.Drawn drawn) {
            return there(drawn).or(() -> drawn(drawn));
        }
        return there(effect);
    }

    private Optional<String> used(Effect.Used used) {
        Optional<Stock> stock = books.stocks().find(used.stock());
        if (stock.isEmpty()) {
            return Optional.of("There is no stock " + used.stock() + "; supply it");
        }
        Quantity level = stock.get().level();
        Optional<String> fault = Amounts.fault(used.amount(), level.unit());
        if (fault.isEmpty() && !Amounts.covers(level, used.amount())) {
            fault = Optional.of(used.amount() + " are more than the " + level + " there are");
        }
        return fault.map(text -> "Stock " + used.stock() + ": " + text + "; supply it at the level you see");
    }

    private Optional<String> made(Effect.Made made) {
        if (made.sample().isBlank()) {
            return Optional.of("A sample needs an id; give it one");
        }
        if (books.samples().find(made.sample()).isPresent()) {
            return Optional.of("Sample " + made.sample() + " was made before; give the new one another id");
        }
        return Amounts.fault(made.amount()).map(fault -> "Sample " + made.sample() + ": " + fault);
    }

    private Optional<String> drawn(Effect.Drawn drawn) {
        Optional<SampleCard> card = books.samples().find(drawn.sample());
        return card.flatMap(found -> SampleBook.shortage(found, drawn.amount()))
                .map(fault -> "Sample " + drawn.sample() + ": " + fault + "; say how much of that is gone");
    }

    private Optional<String> there(Effect effect) {
        String sample = SampleBook.subject(effect).get(0);
        return SampleBook.absence(books.samples().find(sample))
                .map(why -> "Nothing can be entered about sample " + sample + ", since " + why
                        + "; enter a sample as made first");
    }
}
