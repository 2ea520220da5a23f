package org.busbar.helao;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;
import org.busbar.api.device.DeviceException;
import org.busbar.api.device.Fate;

/** A stage with a cell on it; counts what it is asked, and can be held up or told to refuse. */
final class TestDevice implements Device {

    /** Every action that was performed, such as {@code moveAbs{dx=2.5 mm, ...}}. */
    final List<String> performed = new CopyOnWriteArrayList<>();

    /** An action that is refused from now on; empty for none. */
    final AtomicReference<String> refused = new AtomicReference<>("");

    /** An action that waits for a permit; empty for none. */
    final AtomicReference<String> held = new AtomicReference<>("");

    final Semaphore permits = new Semaphore(0);
    private volatile double x;
    private volatile double y;

    @Override
    public List<Action> actions() {
        Action move = Action.action("moveAbs")
                .takes(
                        Parameter.real("dx", "mm", 0, 100),
                        Parameter.real("dy", "mm", 0, 100),
                        Parameter.real("dz", "mm", 0, 100))
                .probed((in, started) ->
                        performed.contains("moveAbs" + in) ? new Fate.Completed(Values.none()) : new Fate.NotBegun())
                .does(this::move);
        Action scan = Action.action("cv")
                .takes(Parameter.real("low", "V"), Parameter.real("high", "V"), Parameter.real("rate", "V/s"))
                .gives(Parameter.curve("current", "A"), Parameter.curve("potential", "V"))
                .does(this::scan);
        return List.of(move, scan);
    }

    private void note(String action, Values inputs) throws DeviceException, InterruptedException {
        performed.add(action + inputs);
        if (held.get().equals(action)) {
            permits.acquire();
        }
        if (refused.get().equals(action)) {
            throw new DeviceException(action + " was refused: the door is open");
        }
    }

    private Values move(Values in) throws DeviceException, InterruptedException {
        note("moveAbs", in);
        x = in.quantity("dx").in("mm");
        y = in.quantity("dy").in("mm");
        return Values.none();
    }

    private Values scan(Values in) throws DeviceException, InterruptedException {
        note("cv", in);
        double peak = 1e-3 * (100 - Math.pow(x - 5, 2) - Math.pow(y - 2.5, 2));
        return Values.of("current", Series.of("A", 0, peak, peak / 2))
                .with("potential", Series.of("V", -0.2, 0.3, 0.8));
    }

    /** How often that action was performed. */
    long count(String action) {
        return performed.stream().filter(one -> one.startsWith(action + "{")).count();
    }

    /** The peak it measures at a point, in A. */
    static Quantity peak(double dx, double dy) {
        return Quantity.of(1e-3 * (100 - Math.pow(dx - 5, 2) - Math.pow(dy - 2.5, 2)), "A");
    }
}
