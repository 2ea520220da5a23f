package org.busbar.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.inventory.Effect;

/** Stocks and samples together, kept by what happens in the lab. For one thread at a time. */
final class Books {

    private final Ledger stocks = new Ledger();
    private final SampleBook samples = new SampleBook();

    Ledger stocks() {
        return stocks;
    }

    SampleBook samples() {
        return samples;
    }

    /** Takes down an event of the journal; those that change neither stocks nor samples are passed over. */
    void replay(LabEvent event) {
        if (event instanceof LabEvent.Supplied supplied) {
            stocks.supply(supplied.stock());
        } else if (event instanceof LabEvent.Entered entered) {
            entered(entered);
        } else if (event instanceof LabEvent.StepEnded ended && !ended.effects().isEmpty()) {
            replay(ended);
        }
    }

    /** Misfits were told when they happened, so they are not told again. */
    private void replay(LabEvent.StepEnded ended) {
        String origin = origin(ended.run() + "/" + ended.step());
        if (ended.outcome() instanceof Outcome.Unknown) {
            doubted(ended.effects(), origin, ended.time());
        } else {
            happened(ended.effects(), origin, ended.time());
        }
    }

    /** Where a sample comes from that was made by the step of that key, {@code <run>/<path of the step>}. */
    static String origin(String step) {
        int slash = step.indexOf('/');
        return slash < 0 ? "step " + step : "run " + step.substring(0, slash) + ", step " + step.substring(slash + 1);
    }

    /** @return where the books did not fit what happened, a sentence each */
    List<String> happened(List<Effect> effects, String origin, Instant time) {
        List<String> misfits = new ArrayList<>();
        for (Effect effect : effects) {
            used(effect).ifPresent(misfits::add);
            samples.happened(effect, origin, time).ifPresent(misfits::add);
        }
        return misfits;
    }

    /** @return where the books did not fit what may have happened, a sentence each */
    List<String> doubted(List<Effect> effects, String origin, Instant time) {
        List<String> misfits = new ArrayList<>();
        for (Effect effect : effects) {
            used(effect).ifPresent(misfits::add);
            samples.doubted(effect, origin, time).ifPresent(misfits::add);
        }
        return misfits;
    }

    void entered(LabEvent.Entered entered) {
        used(entered.effect());
        samples.entered(entered.effect(), "entered by " + entered.by(), entered.time());
    }

    private Optional<String> used(Effect effect) {
        return effect instanceof Effect.Used used ? stocks.use(used) : Optional.empty();
    }
}
