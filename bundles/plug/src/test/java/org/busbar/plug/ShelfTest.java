package org.busbar.plug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.junit.jupiter.api.Test;

class ShelfTest {

    private final List<LabEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final Shelf<String> shelf = new Shelf<>("optimizer", events::add);
    private final Object first = new Object();
    private final Object second = new Object();

    @Test
    void the_first_keeps_the_name_and_the_second_is_refused_and_takes_over_later() {
        shelf.add("one", Agent.named("forest"), first);
        shelf.add("two", Agent.named("forest"), second);
        assertEquals("one", shelf.borrow("forest").orElseThrow().plugin());
        assertTrue(events.get(1) instanceof LabEvent.Faulted, events::toString);
        shelf.borrow("forest").orElseThrow().close();
        shelf.add("x", Agent.named("other"), new Object());

        Shelf<String> fresh = new Shelf<>("optimizer", events::add);
        fresh.add("one", Agent.named("forest"), first);
        fresh.add("two", Agent.named("forest"), second);
        fresh.remove(first, "forest");
        assertEquals("two", fresh.borrow("forest").orElseThrow().plugin());
    }

    @Test
    void one_that_stands_in_line_may_leave() {
        shelf.add("one", Agent.named("forest"), first);
        shelf.add("two", Agent.named("forest"), second);
        shelf.remove(second, "forest");
        assertEquals("one", shelf.borrow("forest").orElseThrow().plugin());
        assertFalse(events.stream().anyMatch(LabEvent.Vanished.class::isInstance));
    }

    @Test
    void removal_waits_until_the_plugin_is_given_back() throws Exception {
        shelf.add("one", Agent.named("forest"), first);
        Shelf.Loan<String> loan = shelf.borrow("forest").orElseThrow();
        CompletableFuture<Void> removal = CompletableFuture.runAsync(() -> shelf.remove(first, "forest"));
        Thread.sleep(200);
        assertFalse(removal.isDone());
        assertTrue(shelf.borrow("forest").isEmpty(), "one that leaves is lent no more");
        loan.close();
        removal.get(2, TimeUnit.SECONDS);
        assertSame(LabEvent.Vanished.class, events.get(events.size() - 1).getClass());
    }

    @Test
    void secrets_are_no_settings() {
        assertTrue(Agents.isSetting("syringe.mL"));
        assertFalse(Agents.isSetting("link.password"));
        assertFalse(Agents.isSetting("service.id"));
        assertFalse(Agents.isSetting(".hidden"));
    }
}
