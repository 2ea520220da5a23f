package org.busbar.orchestrator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;

/** A device for tests: counts, shows a temperature, and does what a test tells it to. */
final class Gadget implements Device {

    static final Parameter.Real AMOUNT = Parameter.real("amount", "mL", 0, 10);
    static final Parameter.Real GIVEN = Parameter.real("given", "mL");

    final List<String> log = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger begun = new AtomicInteger();
    final AtomicInteger ended = new AtomicInteger();
    final AtomicInteger safe = new AtomicInteger();
    volatile double temperature = 20;
    volatile Action.Work work = in -> in;
    volatile CountDownLatch hold = new CountDownLatch(0);
    volatile Duration bound = Duration.ofSeconds(2);
    private final UnaryOperator<Action> traits;

    Gadget() {
        this(action -> action);
    }

    /** @param traits what else is special about its one action, {@code dose} */
    Gadget(UnaryOperator<Action> traits) {
        this.traits = traits;
    }

    @Override
    public List<Action> actions() {
        Action dose = Action.action("dose")
                .takes(AMOUNT)
                .gives(GIVEN)
                .lasting(in -> Duration.ofSeconds(1))
                .does(this::dose);
        Action temperature = Action.action("temperature")
                .gives(Parameter.real("temperature", "Cel"))
                .reading()
                .does(in -> Values.of("temperature", Quantity.of(this.temperature, "Cel")));
        return List.of(traits.apply(dose), temperature);
    }

    private Values dose(Values in) throws Exception {
        begun.incrementAndGet();
        log.add("dose " + in.get("amount"));
        if (!hold.await(1, TimeUnit.MINUTES)) {
            throw new AssertionError("held too long");
        }
        work.perform(in);
        ended.incrementAndGet();
        return Values.of("given", in.get("amount"));
    }

    @Override
    public void makeSafe() {
        safe.incrementAndGet();
    }

    @Override
    public Duration stopBound() {
        return bound;
    }
}
