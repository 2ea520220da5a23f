package org.busbar.distribution.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.LabListener;
import org.busbar.api.event.Recorded;
import org.junit.jupiter.api.Test;

/** Rule D10: a listener that throws is reported and forgotten, and no experiment fails by it. */
class ListenerTest {

    /** Throws whatever it is told. */
    private static final class Thrower implements LabListener {
        private final AtomicInteger told = new AtomicInteger();
        private final Throwable fault;

        Thrower(Throwable fault) {
            this.fault = fault;
        }

        @Override
        public void on(Recorded recorded) {
            told.incrementAndGet();
            sneak(fault);
        }

        @SuppressWarnings("unchecked")
        private static <T extends Throwable> void sneak(Throwable fault) throws T {
            throw (T) fault;
        }
    }

    @Test
    void d10_a_listener_that_throws_is_reported_and_forgotten() {
        TestLab lab = TestLab.create(3000, 3000).campaign(6, 2);
        try (Server server = Server.start(lab)) {
            Thrower[] throwers = {
                new Thrower(new IllegalStateException("no space on the dashboard")),
                new Thrower(new AssertionError("cannot be")),
                new Thrower(new java.io.IOException("sneaked through"))
            };
            for (Thrower thrower : throwers) {
                server.context().registerService(LabListener.class, thrower, null);
            }
            lab.requireEachTrialOnce(server.awaitCampaign(server.beginCampaign()), 6);
            for (Thrower thrower : throwers) {
                assertEquals(1, thrower.told.get(), thrower.fault::toString);
                assertTrue(
                        server.events(LabEvent.Faulted.class).stream()
                                .anyMatch(fault -> fault.plugin().contains("Thrower")
                                        && fault.reason().contains(String.valueOf(thrower.fault.getMessage()))),
                        thrower.fault::toString);
            }
        }
    }
}
