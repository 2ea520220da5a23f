package org.busbar.drivers.described.yaml;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A word, a list or a mapping in a file, which knows where it stands. Every method says where a mistake is. */
public final class Entry {

    private static final Duration LONGEST = Duration.ofDays(365);

    private final Node node;
    private final Place place;

    Entry(Node node, Place place) {
        this.node = node;
        this.place = place;
    }

    static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    public boolean isText() {
        return node instanceof ScalarNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public boolean isSection() {
        return node instanceof MappingNode;
    }

    /** What stands there, without quotes; may be empty. */
    public String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw mistake("a text or a number belongs here, not a " + (isList() ? "list" : "mapping"));
    }

    /** The text as {@code reader} understands it, such as {@code Unit::of}; what it throws is told with the place. */
    public <T> T as(Function<String, T> reader) {
        String text = text();
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw place.mistake(e);
        }
    }

    /** A finite number. */
    public double number() {
        double number = as(text -> {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("'" + text + "' is not a number", e);
            }
        });
        if (!Double.isFinite(number)) {
            throw mistake("'" + text() + "' is not a finite number");
        }
        return number;
    }

    /** A whole number from {@code min} to {@code max}. */
    public long whole(long min, long max) {
        double number = number();
        if (number != Math.rint(number) || number < min || number > max) {
            throw mistake("'" + text() + "' is not a whole number from " + min + " to " + max);
        }
        return (long) number;
    }

    /** {@code true} or {@code false}. */
    public boolean flag() {
        String text = text();
        if (!text.equals("true") && !text.equals("false")) {
            throw mistake("write true or false, not '" + text + "'");
        }
        return text.equals("true");
    }

    /** A time with its unit, such as {@code 200 ms}, from 0 to a year. */
    public Duration duration() {
        double seconds = as(text -> {
            Quantity time = Quantity.parse(text);
            if (!time.unit().measuresSameAs(Unit.of("s"))) {
                throw new IllegalArgumentException(
                        "'" + text + "' is not a time: write it with its unit, as in 200 ms");
            }
            return time.in("s");
        });
        if (!(seconds >= 0 && seconds <= LONGEST.toSeconds())) {
            throw mistake("'" + text() + "' is not a time from 0 s to " + LONGEST.toSeconds() + " s");
        }
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    /** What a list holds; what is no list counts as the only thing in one. */
    public List<Entry> items() {
        if (!(node instanceof SequenceNode list)) {
            return List.of(this);
        }
        List<Entry> items = new ArrayList<>();
        for (Node item : list.getValue()) {
            items.add(new Entry(item, place.at(Integer.toString(items.size() + 1), line(item))));
        }
        return items;
    }

    /** The keys of a mapping and what they stand for. */
    public Section section() {
        if (node instanceof MappingNode mapping) {
            return Section.of(mapping, place);
        }
        throw mistake("a mapping (key: value) belongs here, not " + (isList() ? "a list" : "'" + text() + "'"));
    }

    /** What to throw about this entry; says file, line, key and {@code what}. */
    public IllegalArgumentException mistake(String what) {
        return place.mistake(what);
    }

    /** The line it stands on, from 1. */
    public int line() {
        return place.line();
    }
}
