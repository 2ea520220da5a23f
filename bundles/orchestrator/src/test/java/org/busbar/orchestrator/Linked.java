package org.busbar.orchestrator;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;

/** A pump on a link. */
final class Linked implements Device {

    /** Fails when told to. */
    interface Trouble {
        void arise() throws Exception;
    }

    final AtomicInteger tests = new AtomicInteger();
    final AtomicInteger doses = new AtomicInteger();
    final AtomicInteger safe = new AtomicInteger();
    volatile Trouble inTest = () -> {};
    volatile Trouble inAction = () -> {};
    volatile Trouble inStop = () -> {};

    @Override
    public List<Action> actions() {
        return List.of(
                Action.action("dose").takes(Gadget.AMOUNT).gives(Gadget.GIVEN).does(in -> {
                    doses.incrementAndGet();
                    inAction.arise();
                    return org.busbar.api.Values.of("given", in.get("amount"));
                }));
    }

    /** The trouble is over once it has arisen. */
    void once(Trouble trouble) {
        inAction = () -> {
            inAction = () -> {};
            trouble.arise();
        };
    }

    @Override
    public void makeSafe() throws Exception {
        safe.incrementAndGet();
        inStop.arise();
    }

    @Override
    public void selfTest() throws Exception {
        tests.incrementAndGet();
        inTest.arise();
    }
}
