package org.busbar.inventory;

import static org.busbar.inventory.Stockroom.stock;
import static org.busbar.inventory.Stockroom.used;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Quantity;
import org.busbar.api.event.JournalException;
import org.busbar.api.event.LabEvent;
import org.busbar.api.inventory.Effect;
import org.busbar.api.inventory.Stock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StocksTest {

    @TempDir
    Path folder;

    private Stockroom room;

    @BeforeEach
    void open() {
        room = new Stockroom(folder);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void a_supply_is_in_the_journal_with_who_said_so() {
        Stock acid = new Stock(
                "acid", Quantity.of(500, "mL"), Quantity.of(50, "mL"), "7", Optional.of(Stockroom.NOW.plusSeconds(1)));
        room.inventory.supply(acid, "anna");
        assertEquals(List.of(acid), room.inventory.stocks());
        assertEquals(
                new LabEvent.Supplied(Stockroom.NOW, acid, "anna"),
                room.journal.of("acid").get(0).event());
    }

    @Test
    void stocks_are_listed_by_name() {
        room.supply("salt", "3 g");
        room.supply("acid", "5 mL");
        assertEquals(
                List.of("acid", "salt"),
                room.inventory.stocks().stream().map(Stock::name).toList());
    }

    @Test
    void a_stock_keeps_its_kind_of_unit_but_may_change_the_unit() {
        room.supply("acid", "500 mL");
        assertRefused(stock("acid", "3 g"), "3 g does not convert to mL");
        room.supply("acid", "2 L");
        assertEquals("2 L", room.level("acid"));
    }

    @Test
    void levels_that_are_no_amounts_are_refused_and_change_nothing() {
        assertRefused(stock("acid", "-1 mL"), "Stock acid: -1 mL is no amount");
        assertRefused(stock("acid", "NaN mL"), "NaN mL");
        assertRefused(stock("acid", "Infinity mL"), "Infinity mL");
        assertRefused(stock(" ", "1 mL"), "needs a name");
        Stock low = new Stock("acid", Quantity.of(1, "mL"), Quantity.of(-5, "mL"), "", Optional.empty());
        assertRefused(low, "-5 mL");
        assertEquals(0, room.journal.last());
        assertTrue(room.inventory.stocks().isEmpty());
    }

    private void assertRefused(Stock stock, String why) {
        String message = assertThrows(IllegalArgumentException.class, () -> room.inventory.supply(stock, "anna"))
                .getMessage();
        assertTrue(message.contains(why), message);
    }

    @Test
    void what_cannot_be_written_changes_nothing() {
        room.supply("acid", "5 mL");
        room.journal.close();
        assertThrows(JournalException.class, () -> room.supply("acid", "9 mL"));
        assertThrows(JournalException.class, () -> room.enter(used("acid", "1 mL")));
        assertEquals("5 mL", room.level("acid"));
    }

    @Test
    void use_lowers_the_level_in_the_unit_of_the_stock_without_rounding() {
        room.supply("acid", "0.3 L");
        room.done("a", used("acid", "100 mL"));
        room.done("b", used("acid", "100 mL"));
        assertEquals("0.1 L", room.level("acid"));
        assertEquals(Optional.empty(), room.inventory.reserve("r/c", List.of(used("acid", "100 mL"))));
    }

    @Test
    void thirds_add_up_to_the_whole() {
        room.supply("acid", "1 mL");
        Effect third = new Effect.Used("acid", Quantity.of(1.0 / 3 + 1e-16, "mL"));
        for (String step : List.of("r/a", "r/b", "r/c")) {
            assertEquals(Optional.empty(), room.inventory.reserve(step, List.of(third)));
            room.inventory.settle(step, List.of(third));
        }
        assertEquals(0, room.inventory.stocks().get(0).level().value(), 1e-15);
    }

    @Test
    void more_used_than_there_was_leaves_nothing() {
        room.supply("acid", "5 mL");
        room.done("a", used("acid", "7 mL"));
        assertEquals("0 mL", room.level("acid"));
    }

    @Test
    void use_that_cannot_be_counted_leaves_the_level_alone() {
        room.supply("acid", "5 mL");
        room.done("a", used("acid", "7 g"), used("acid", "NaN mL"), used("acid", "-1 mL"), used("salt", "1 g"));
        assertEquals("5 mL", room.level("acid"));
        assertEquals(1, room.inventory.stocks().size());
    }

    @Test
    void what_may_have_been_used_counts_as_gone() {
        room.supply("acid", "5 mL");
        room.inventory.reserve("r/a", List.of(used("acid", "2 mL")));
        room.lost("a", used("acid", "2 mL"));
        assertEquals("3 mL", room.level("acid"));
        assertEquals(Optional.empty(), room.inventory.reserve("r/b", List.of(used("acid", "3 mL"))));
    }

    @Test
    void a_use_can_be_entered_as_a_correction() {
        room.supply("acid", "5 mL");
        room.enter(used("acid", "1 mL"));
        assertEquals("4 mL", room.level("acid"));
        assertThrows(IllegalArgumentException.class, () -> room.enter(used("acid", "4.5 mL")));
        assertThrows(IllegalArgumentException.class, () -> room.enter(used("acid", "1 g")));
        assertThrows(IllegalArgumentException.class, () -> room.enter(used("acid", "-1 mL")));
        assertThrows(IllegalArgumentException.class, () -> room.enter(used("salt", "1 g")));
        assertEquals("4 mL", room.level("acid"));
        assertEquals(2, room.journal.last());
    }
}
