package org.busbar.inventory;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;

/** Amounts reckoned as decimals, so that 0.3 mL less 0.1 mL is 0.2 mL and not 0.19999999999999998 mL. */
final class Amounts {

    /** Share of an amount that may be missing by rounding; less than any pump or balance resolves. */
    private static final double ROUNDING = 1e-9;

    private Amounts() {}

    /** What is wrong with an amount; empty if it is a number from 0 on. */
    static Optional<String> fault(Quantity amount) {
        boolean sound = Double.isFinite(amount.value()) && amount.value() >= 0;
        return sound ? Optional.empty() : Optional.of(amount + " is no amount: it must be a number from 0 on");
    }

    /** As {@link #fault(Quantity)}, and it must convert to the unit in which {@code counted} is counted. */
    static Optional<String> fault(Quantity amount, Unit counted) {
        boolean fits = amount.unit().measuresSameAs(counted);
        return fits
                ? fault(amount)
                : Optional.of(amount + " does not convert to " + counted + ", in which it is counted");
    }

    /** The sum of sound amounts, in that unit. */
    static Quantity sum(List<Quantity> amounts, Unit unit) {
        BigDecimal sum = amounts.stream()
                .map(amount -> BigDecimal.valueOf(amount.in(unit)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Quantity(sum.doubleValue(), unit, Double.NaN);
    }

    /** What is left of {@code whole}, in its unit and never below 0; both are sound amounts of one kind. */
    static Quantity left(Quantity whole, Quantity part) {
        BigDecimal taken = BigDecimal.valueOf(part.in(whole.unit()));
        double left = BigDecimal.valueOf(whole.value()).subtract(taken).doubleValue();
        double uncertainty =
                Math.hypot(whole.uncertainty(), part.unit().convertDifference(part.uncertainty(), whole.unit()));
        return new Quantity(Math.max(0, left), whole.unit(), uncertainty);
    }

    /** Whether {@code need} can be taken from {@code there}, but for rounding. */
    static boolean covers(Quantity there, Quantity need) {
        double needed = need.in(there.unit());
        return needed - there.value() <= ROUNDING * needed;
    }
}
