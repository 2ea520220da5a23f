package org.busbar.inventory;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Provenance;
import org.busbar.api.inventory.Effect;
import org.busbar.api.inventory.SampleCard;
import org.busbar.api.inventory.Stock;
import org.busbar.journal.SqliteJournal;

/** An inventory on a real journal, and an orchestrator's half of the work with it. */
final class Stockroom implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    final SqliteJournal journal;
    final JournaledInventory inventory;

    Stockroom(Path folder) {
        journal = new SqliteJournal(folder.resolve("journal.sqlite"));
        inventory = new JournaledInventory(journal, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static Stock stock(String name, String level) {
        return new Stock(name, Quantity.parse(level), Quantity.parse("0 " + unit(level)), "", Optional.empty());
    }

    private static String unit(String amount) {
        return Quantity.parse(amount).unit().ucum();
    }

    static Effect used(String stock, String amount) {
        return new Effect.Used(stock, Quantity.parse(amount));
    }

    static Effect made(String sample, String amount, String... parents) {
        return new Effect.Made(sample, List.of(parents), Quantity.parse(amount), "rack/1");
    }

    static Effect drawn(String sample, String amount) {
        return new Effect.Drawn(sample, Quantity.parse(amount));
    }

    void supply(String name, String level) {
        inventory.supply(stock(name, level), "anna");
    }

    void enter(Effect effect) {
        inventory.enter(effect, "anna", "seen");
    }

    /** A step of run {@code r} that was completed. */
    void done(String path, Effect... effects) {
        end(new Outcome.Done(Values.none(), provenance(path)), path, effects);
        inventory.settle("r/" + path, List.of(effects));
    }

    /** A step of run {@code r} of which nothing more was heard. */
    void lost(String path, Effect... effects) {
        end(new Outcome.Unknown("no answer", provenance(path)), path, effects);
        inventory.doubt("r/" + path, List.of(effects));
    }

    void end(Outcome outcome, String path, Effect... effects) {
        journal.append(new LabEvent.StepEnded(NOW, "r", path, outcome, List.of(effects)));
    }

    static Provenance provenance(String path) {
        return new Provenance(path, Agent.named("pump"), "dispense", Values.none(), NOW, NOW);
    }

    /** How much there is of a stock, as people read it. */
    String level(String name) {
        return inventory.stocks().stream()
                .filter(stock -> stock.name().equals(name))
                .findFirst()
                .orElseThrow()
                .level()
                .toString();
    }

    SampleCard sample(String name) {
        return inventory.samples().stream()
                .filter(card -> card.sample().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        journal.close();
    }
}
