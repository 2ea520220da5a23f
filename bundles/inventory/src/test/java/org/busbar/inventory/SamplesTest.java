package org.busbar.inventory;

import static org.busbar.inventory.Stockroom.drawn;
import static org.busbar.inventory.Stockroom.made;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.event.LabEvent;
import org.busbar.api.inventory.Effect;
import org.busbar.api.inventory.SampleCard;
import org.busbar.api.inventory.SampleCard.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {

    @TempDir
    Path folder;

    private Stockroom room;

    @BeforeEach
    void open() {
        room = new Stockroom(folder);
        room.enter(made("s", "3 mL"));
    }

    @AfterEach
    void close() {
        room.close();
    }

    private static Effect moved(String sample, String position) {
        return new Effect.Moved(sample, position);
    }

    private void assertSample(String name, State state, String amount, String position) {
        SampleCard card = room.sample(name);
        assertEquals(state, card.state());
        assertEquals(amount, card.amount().toString());
        assertEquals(position, card.position());
    }

    @Test
    void a_step_makes_moves_draws_and_ends() {
        room.done("mix[2]/fill", made("t", "2 mL", "s"), drawn("s", "500 uL"), moved("t", "cell"));
        SampleCard expected = new SampleCard(
                "t",
                List.of("s"),
                Quantity.of(2, "mL"),
                "cell",
                State.PRESENT,
                "run r, step mix[2]/fill",
                Stockroom.NOW);
        assertEquals(expected, room.sample("t"));
        assertSample("s", State.PRESENT, "2.5 mL", "rack/1");
        room.done("empty", new Effect.Ended("t"));
        assertSample("t", State.ENDED, "2 mL", "cell");
        assertEquals(
                List.of("s", "t"),
                room.inventory.samples().stream().map(SampleCard::sample).toList());
    }

    @Test
    void what_is_entered_is_in_the_journal_and_names_who_said_so() {
        assertEquals("entered by anna", room.sample("s").origin());
        assertEquals(
                new LabEvent.Entered(Stockroom.NOW, "s", made("s", "3 mL"), "anna", "seen"),
                room.journal.of("s").get(0).event());
    }

    @Test
    void samples_a_lost_step_handled_are_unverified_until_a_person_says_something_about_them() {
        room.enter(made("p", "1 mL"));
        room.lost("a", drawn("s", "1 mL"), moved("s", "cell"), made("t", "1 mL", "p"));
        assertSample("s", State.UNVERIFIED, "2 mL", "rack/1");
        assertSample("p", State.UNVERIFIED, "1 mL", "rack/1");
        assertSample("t", State.UNVERIFIED, "1 mL", "rack/1");
        room.done("b", moved("s", "waste"));
        assertSample("s", State.UNVERIFIED, "2 mL", "waste");
        room.enter(moved("s", "cell"));
        room.enter(drawn("p", "0 mL"));
        room.enter(new Effect.Ended("t"));
        assertSample("s", State.PRESENT, "2 mL", "cell");
        assertSample("p", State.PRESENT, "1 mL", "rack/1");
        assertSample("t", State.ENDED, "1 mL", "rack/1");
    }

    @Test
    void an_end_that_is_not_certain_is_none() {
        room.lost("a", new Effect.Ended("s"));
        assertSample("s", State.UNVERIFIED, "3 mL", "rack/1");
    }

    @Test
    void a_sample_that_ended_stays_so_when_a_lost_step_named_it_as_parent() {
        room.done("a", new Effect.Ended("s"));
        room.lost("b", made("t", "1 mL", "s", "unheard-of"));
        assertEquals(State.ENDED, room.sample("s").state());
    }

    @Test
    void more_drawn_than_there_was_leaves_nothing_and_somebody_has_to_look() {
        room.done("a", drawn("s", "4 mL"));
        assertSample("s", State.UNVERIFIED, "0 mL", "rack/1");
    }

    @Test
    void what_does_not_fit_the_books_makes_a_sample_unverified() {
        room.done("a", drawn("s", "1 g"));
        assertSample("s", State.UNVERIFIED, "3 mL", "rack/1");
        room.enter(moved("s", "rack/1"));
        room.done("b", made("s", "5 mL"));
        assertSample("s", State.UNVERIFIED, "5 mL", "rack/1");
        room.enter(new Effect.Ended("s"));
        room.done("c", moved("s", "cell"));
        assertSample("s", State.UNVERIFIED, "5 mL", "cell");
        room.done("d", made("u", "NaN mL"));
        assertSample("u", State.UNVERIFIED, "0 mL", "rack/1");
    }

    @Test
    void nothing_comes_of_what_is_done_to_a_sample_nobody_knows() {
        room.done("a", moved("x", "cell"), drawn("x", "1 mL"), new Effect.Ended("x"));
        room.lost("b", moved("x", "cell"), drawn("x", "1 mL"));
        assertEquals(1, room.inventory.samples().size());
    }

    @Test
    void what_cannot_be_is_not_entered() {
        long before = room.journal.last();
        assertRefused(made("s", "1 mL"), "Sample s was made before");
        assertRefused(made(" ", "1 mL"), "needs an id");
        assertRefused(made("t", "-1 mL"), "-1 mL is no amount");
        assertRefused(moved("t", "cell"), "sample t, since it is not on the books");
        assertRefused(drawn("t", "1 mL"), "sample t, since it is not on the books");
        assertRefused(new Effect.Ended("t"), "sample t, since it is not on the books");
        assertRefused(drawn("s", "4 mL"), "4 mL are more than the 3 mL that are left");
        assertRefused(drawn("s", "1 g"), "1 g does not convert to mL");
        assertRefused(drawn("s", "NaN mL"), "NaN mL is no amount");
        assertEquals(before, room.journal.last());
        assertSample("s", State.PRESENT, "3 mL", "rack/1");
    }

    @Test
    void nothing_is_entered_about_a_sample_that_ended() {
        room.enter(new Effect.Ended("s"));
        for (Effect effect : List.of(moved("s", "cell"), drawn("s", "1 mL"), new Effect.Ended("s"))) {
            assertRefused(effect, "since it ended at 2026-06-01T12:00:00Z");
        }
    }

    private void assertRefused(Effect effect, String why) {
        String message = assertThrows(IllegalArgumentException.class, () -> room.enter(effect))
                .getMessage();
        assertTrue(message.contains(why), message);
    }
}
