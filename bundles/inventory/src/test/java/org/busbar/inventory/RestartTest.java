package org.busbar.inventory;

import static org.busbar.inventory.Stockroom.drawn;
import static org.busbar.inventory.Stockroom.made;
import static org.busbar.inventory.Stockroom.used;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Receipt;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Settlement;
import org.busbar.api.inventory.Effect;
import org.busbar.api.inventory.SampleCard;
import org.busbar.api.inventory.Stock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

    @TempDir
    Path folder;

    private record Picture(List<Stock> stocks, List<SampleCard> samples) {
        static Picture of(Stockroom room) {
            return new Picture(room.inventory.stocks(), room.inventory.samples());
        }
    }

    private static void work(Stockroom room) {
        Stock acid = new Stock(
                "acid",
                Quantity.of(1, 0.01, "L"),
                Quantity.of(50, "mL"),
                "7",
                Optional.of(Stockroom.NOW.plusSeconds(9)));
        room.inventory.supply(acid, "anna");
        room.supply("salt", "3 g");
        room.enter(made("s", "3 mL"));
        room.enter(used("salt", "0.1 g"));
        room.done("mix", used("acid", "33.3 mL"), made("t", "5 mL", "s"), drawn("s", "0.7 mL"));
        room.done("wipe");
        room.lost("loop[1]/move", new Effect.Moved("t", "cell"), used("salt", "0.3 g"), made("u", "1 mL"));
        room.end(new Outcome.Failed("clogged", Stockroom.provenance("f")), "f", used("acid", "1 mL"));
        room.inventory.settle("r/f", List.of(used("acid", "1 mL")));
        room.end(new Outcome.Stopped("told to", Stockroom.provenance("g")), "g", used("acid", "2 mL"));
        room.inventory.settle("r/g", List.of(used("acid", "2 mL")));
        room.journal.append(new LabEvent.StepSettled(
                Stockroom.NOW, "r", "loop[1]/move", new Settlement.Happened(Values.none()), "anna"));
        room.done("over", drawn("s", "9 mL"), used("salt", "99 g"), used("unheard-of", "1 g"));
        room.enter(new Effect.Ended("s"));
    }

    @Test
    void the_picture_is_the_same_after_a_restart() {
        Picture before;
        try (Stockroom room = new Stockroom(folder)) {
            work(room);
            before = Picture.of(room);
        }
        try (Stockroom room = new Stockroom(folder)) {
            assertEquals(before, Picture.of(room));
            assertEquals(3, room.inventory.samples().size());
            assertEquals(0.9637, room.inventory.stocks().get(0).level().value());
            assertEquals("run r, step mix", room.sample("t").origin());
            assertEquals(SampleCard.State.UNVERIFIED, room.sample("t").state());
        }
    }

    @Test
    void what_was_kept_is_kept_again_by_who_goes_on() {
        try (Stockroom room = new Stockroom(folder)) {
            room.supply("acid", "5 mL");
            room.inventory.reserve("r/a", List.of(used("acid", "4 mL")));
        }
        try (Stockroom room = new Stockroom(folder)) {
            assertEquals(Optional.empty(), room.inventory.reserve("r/a", List.of(used("acid", "4 mL"))));
            room.lost("b", used("acid", "1 mL"));
            assertEquals("4 mL", room.level("acid"));
            assertEquals(
                    Optional.of("Stock acid has 0 mL left beside the 4 mL kept for other steps, but 1 mL are needed:"
                            + " supply acid or use less"),
                    room.inventory.reserve("r/c", List.of(used("acid", "1 mL"))));
        }
    }

    @Test
    void steps_without_effects_between_those_with_some_change_nothing() {
        try (Stockroom room = new Stockroom(folder)) {
            room.supply("acid", "5 mL");
            Receipt last = () -> 0;
            for (int i = 0; i < 2_000; i++) {
                last = room.journal.write(ended("loop[" + i + "]/dispense"));
            }
            assertEquals(2_001, last.await());
            assertEquals(room.inventory.stocks(), new JournaledInventory(room.journal).stocks());
        }
    }

    private static LabEvent ended(String path) {
        Values outputs = new Values(Map.of("volume", Quantity.of(1.25, 0.01, "mL"), "flow", Quantity.of(3, "mL/s")));
        return new LabEvent.StepEnded(
                Stockroom.NOW, "r", path, new Outcome.Done(outputs, Stockroom.provenance(path)), List.of());
    }
}
