package org.busbar.drivers.described;

import java.time.Duration;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.drivers.described.yaml.Entry;

/** A time that may be computed from inputs. */
record Time(Expression.Amount amount) {

    private static final double LONGEST = Duration.ofDays(365).toSeconds();

    static Time of(Entry entry, Scope scope) {
        return entry.as(text -> parse(text, scope));
    }

    private static Time parse(String text, Scope scope) {
        Expression.Amount amount = Expression.parse(text, scope);
        Quantity probe = amount.of(scope.ones());
        if (!probe.unit().measuresSameAs(Unit.of("s"))) {
            throw new IllegalArgumentException("'" + text + "' is not a time but comes out in " + probe.unit()
                    + ": write numbers with their units, as in 200 ms");
        }
        return new Time(amount);
    }

    /** From 0 to a year, which is what comes out at a rate of 0. */
    Duration in(Values inputs) {
        double seconds = Math.min(LONGEST, Math.max(0, amount.of(inputs).in("s")));
        return Duration.ofNanos(Math.round((Double.isNaN(seconds) ? LONGEST : seconds) * 1e9));
    }
}
