package org.busbar.lab;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.busbar.api.Quantity;
import org.busbar.api.experiment.Condition;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Recovery;

/** The short phrases in a sequence file: conditions, times and recovery policies. */
final class Phrases {

    private static final Pattern CONDITION = Pattern.compile("([^<>=!]+)(<=|>=|==|!=|<|>)([^<>=!]+)");
    private static final Pattern RETRY = Pattern.compile("retry\\(\\s*([0-9]{1,9})\\s*,([^)]+)\\)");
    private static final double LONGEST = 1e9; // s, about 30 years

    private static final Map<String, Recovery> PLAIN =
            Map.of("fail", Recovery.FAIL, "wait", Recovery.WAIT, "ignore", Recovery.IGNORE);

    /** No time at all. */
    static final Input ZERO = new Input.Constant(Quantity.of(0, "s"));

    /** A condition that holds always. */
    static final Condition ALWAYS = new Condition(ZERO, Condition.Relation.EQUAL, ZERO);

    private Phrases() {}

    /** A condition such as {@code ${oven:temperature} < 80 Cel}. */
    static Condition condition(String text) {
        Matcher parts = CONDITION.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + text
                    + "' is not a condition: write two values with <, <=, >, >=, == or != between them,"
                    + " such as ${oven:temperature} < 80 Cel");
        }
        return new Condition(
                InputEntry.of(parts.group(1).strip()),
                relation(parts.group(2)),
                InputEntry.of(parts.group(3).strip()));
    }

    private static Condition.Relation relation(String sign) {
        for (Condition.Relation relation : Condition.Relation.values()) {
            if (relation.sign().equals(sign)) {
                return relation;
            }
        }
        throw new IllegalArgumentException("'" + sign + "' compares nothing");
    }

    /** A time above 0 such as {@code 5 min}. */
    static Duration time(String text) {
        Duration time = timeOrNone(text);
        if (time.isZero()) {
            throw new IllegalArgumentException(text + " should be above 0 s");
        }
        return time;
    }

    /** A time such as {@code 5 min}, which may be 0. */
    static Duration timeOrNone(String text) {
        double seconds = Quantity.parse(text).in("s");
        if (!(seconds >= 0 && seconds <= LONGEST)) {
            throw new IllegalArgumentException(text + " should be from 0 s to " + LONGEST + " s");
        }
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    /** {@code fail}, {@code wait}, {@code ignore} or {@code retry(2, 10 s)}. */
    static Recovery recovery(String text) {
        Matcher retry = RETRY.matcher(text.strip());
        if (retry.matches()) {
            return Recovery.retry(
                    Integer.parseInt(retry.group(1)), timeOrNone(retry.group(2).strip()));
        }
        Recovery plain = PLAIN.get(text.strip());
        if (plain == null) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no recovery: write fail, wait, ignore or retry(times, first pause), such as"
                            + " retry(2, 10 s)");
        }
        return plain;
    }
}
