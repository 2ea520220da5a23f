package org.busbar.inventory;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;
import org.busbar.api.inventory.Effect;
import org.busbar.api.inventory.Inventory;
import org.busbar.api.inventory.SampleCard;
import org.busbar.api.inventory.Stock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The inventory: computed from the journal when it begins, kept in memory from there on.
 *
 * <p>A step is named {@code <run>/<path of the step>}. Each end of a step that has effects is told here once: by
 * {@link #doubt} if the outcome is unknown, by {@link #settle} if not; an end that was in the journal when the inventory
 * began is known. What was kept for steps is not: it is kept again by whoever goes on with them.
 *
 * <p>What happened is taken down even if the books say it cannot be: a level or amount stops at 0, the sample is
 * unverified, and the log says what to look at.
 */
@Component(service = Inventory.class)
public final class JournaledInventory implements Inventory {

    private static final Logger LOG = LoggerFactory.getLogger(JournaledInventory.class);

    private static final Set<Class<? extends LabEvent>> BY_HAND =
            Set.of(LabEvent.Supplied.class, LabEvent.Entered.class);

    private final Journal journal;
    private final Clock clock;
    private final Books books = new Books(); // guarded by this
    private final Reservations kept = new Reservations(); // guarded by this

    /** Takes up what the journal has. */
    @Activate
    public JournaledInventory(@Reference Journal journal) {
        this(journal, Clock.systemUTC());
    }

    JournaledInventory(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
        try (Stream<Recorded> byHand = journal.of(BY_HAND);
                Stream<Recorded> bySteps = journal.affecting()) {
            new Merged(byHand.iterator(), bySteps.iterator())
                    .forEachRemaining(recorded -> books.replay(recorded.event()));
        }
    }

    @Override
    public synchronized List<Stock> stocks() {
        return books.stocks().all();
    }

    @Override
    public synchronized List<SampleCard> samples() {
        return books.samples().all();
    }

    @Override
    public synchronized void supply(Stock stock, String by) {
        books.stocks().requireSupply(stock);
        journal.append(new LabEvent.Supplied(clock.instant(), stock, by));
        books.stocks().supply(stock);
    }

    @Override
    public synchronized void enter(Effect effect, String by, String reason) {
        new EntryCheck(books).require(effect);
        LabEvent.Entered entered = new LabEvent.Entered(clock.instant(), subject(effect), effect, by, reason);
        journal.append(entered);
        books.entered(entered);
    }

    private static String subject(Effect effect) {
        return effect instanceof Effect.Used used
                ? used.stock()
                : SampleBook.subject(effect).get(0);
    }

    @Override
    public synchronized Optional<String> reserve(String step, List<Effect> effects) {
        Optional<String> refusal = new ReservationCheck(books, kept, clock.instant()).refusal(step, effects);
        if (refusal.isEmpty()) {
            kept.keep(step, effects);
        }
        return refusal;
    }

    @Override
    public void settle(String step, List<Effect> effects) {
        Instant now = clock.instant();
        List<String> misfits;
        synchronized (this) {
            kept.release(step);
            misfits = books.happened(effects, Books.origin(step), now);
        }
        report(step, misfits);
    }

    @Override
    public void doubt(String step, List<Effect> effects) {
        Instant now = clock.instant();
        List<String> misfits;
        synchronized (this) {
            kept.release(step);
            misfits = books.doubted(effects, Books.origin(step), now);
        }
        report(step, misfits);
    }

    private static void report(String step, List<String> misfits) {
        misfits.forEach(misfit -> LOG.warn("{}: {}", Books.origin(step), misfit));
    }
}
