package org.busbar.plug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.busbar.api.experiment.Agent;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Surrogate;
import org.junit.jupiter.api.Test;

class BorrowedPartsTest {

    private static final Surrogate GP = training -> {
        throw new UnsupportedOperationException();
    };
    private static final Acquisition EI = outlook -> rows -> new double[rows.length];

    private final PartShelves shelves = new PartShelves(event -> {});

    @Test
    void those_taken_are_written_down_once() {
        shelves.add(GP, Agent.named("gp"), GP);
        shelves.add(EI, Agent.named("logei"), EI);
        try (BorrowedParts parts = shelves.borrow()) {
            assertSame(GP, parts.surrogate("gp"));
            assertSame(EI, parts.acquisition("logei"));
            assertSame(GP, parts.surrogate("gp"));
            assertEquals(
                    List.of("gp", "logei"),
                    parts.agents().stream().map(Agent::id).toList());
        }
    }

    @Test
    void an_unknown_one_is_refused_naming_those_at_hand() {
        shelves.add(GP, Agent.named("gp"), GP);
        try (BorrowedParts parts = shelves.borrow()) {
            String said = assertThrows(IllegalArgumentException.class, () -> parts.surrogate("tree"))
                    .getMessage();
            assertEquals("There is no surrogate tree, only [gp]", said);
            assertThrows(IllegalArgumentException.class, () -> parts.acquisition("gp"));
        }
    }

    @Test
    void one_that_leaves_waits_until_the_call_is_over() throws Exception {
        shelves.add(GP, Agent.named("gp"), GP);
        BorrowedParts parts = shelves.borrow();
        parts.surrogate("gp");
        CompletableFuture<Void> removal = CompletableFuture.runAsync(() -> shelves.removeSurrogate(GP, "gp"));
        Thread.sleep(100);
        assertFalse(removal.isDone());
        parts.close();
        removal.get(2, TimeUnit.SECONDS);
        assertTrue(shelves.surrogates().agents().isEmpty());
    }
}
